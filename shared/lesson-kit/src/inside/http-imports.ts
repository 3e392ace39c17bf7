// For every process that runs a subject: an `import` of `node:http` reads all that the module shows of
// itself, and so loads all of `fetch`, which takes as long as a whole run of most subjects. It shows
// less from here on, and has as much as ever; a file that names what is hidden gets it on top.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** They are made with `fetch`, and each of them is global, too. */
const HIDDEN = ['WebSocket', 'CloseEvent', 'MessageEvent'];

const NAMES_HIDDEN = new RegExp(String.raw`\b(?:${HIDDEN.join('|')})\b`);

/** What Node exports is settled at the first import, so the whole is a module of its own. */
const WHOLE = `data:text/javascript,${encodeURIComponent(`
import http from 'node:http';
export * from 'node:http';
export default http;
export const { ${HIDDEN.join(', ')} } = http;
`)}`;

registerHooks({
  resolve: (id, context, next) => {
    if (id !== 'node:http' && id !== 'http') return next(id, context);
    hideFrom(process.getBuiltinModule('node:http'));
    const wantsWhole = context.conditions?.includes('import') && namesHidden(context.parentURL);
    return next(wantsWhole ? WHOLE : id, context);
  },
});

function hideFrom(http: object): void {
  for (const name of HIDDEN) {
    if (name in http) Reflect.defineProperty(http, name, { enumerable: false });
  }
}

function namesHidden(url = ''): boolean {
  if (!url.startsWith('file:')) return false;
  try {
    return NAMES_HIDDEN.test(readFileSync(new URL(url), 'utf8'));
  } catch {
    return false; // it came from no file, such as a word on Node's command line
  }
}
