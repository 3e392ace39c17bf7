// For every process that runs a subject: an `import` of `node:http` reads all that the module shows of
// itself, and so loads all of `fetch`, which takes as long as a whole run of most subjects. It shows
// less from here on, and has as much as ever.
import { registerHooks } from 'node:module';

/** They are made with `fetch`, and each of them is global, too. */
const HIDDEN = ['WebSocket', 'CloseEvent', 'MessageEvent'];

registerHooks({
  resolve: (id, context, next) => {
    if (id === 'node:http' || id === 'http') hideFrom(process.getBuiltinModule('node:http'));
    return next(id, context);
  },
});

function hideFrom(http: object): void {
  for (const name of HIDDEN) {
    if (name in http) Reflect.defineProperty(http, name, { enumerable: false });
  }
}
