import { isBuiltin } from 'node:module';
import process from 'node:process';
import type { Plugin } from 'rolldown';

// An `import` of one of Node's own modules reads all that it exports, and with it loads what is made
// to be loaded on first use: `node:process` brings the crypto module along, `node:http` all of fetch.

/** Has what is packed take what it names of Node's own modules, and nothing else of them. */
export function namedBuiltins(): Plugin {
  return builtins('named', (id) => [
    `const builtin = globalThis.process.getBuiltinModule(${JSON.stringify(id)});`,
    'export default builtin;',
    ...namesOf(id).map(
      (name) => `export const ${name} = /* @__PURE__ */ Reflect.get(builtin, "${name}");`,
    ),
  ]);
}

/**
 * Has what is packed load Node's own modules when it first uses them. For packages, since most of
 * what they import from there is for what no lesson does.
 */
export function lazyBuiltins(): Plugin {
  // Of CommonJS, whose names need no values before somebody asks for them.
  return builtins('lazy', (id) => [
    'const { getBuiltinModule } = globalThis.process;',
    `for (const name of ${JSON.stringify(namesOf(id))}) {`,
    `  const get = () => getBuiltinModule(${JSON.stringify(id)})[name];`,
    '  Object.defineProperty(exports, name, { enumerable: true, get });',
    '}',
  ]);
}

function builtins(name: string, linesFor: (id: string) => readonly string[]): Plugin {
  const prefix = `\0${name}:`;
  return {
    name: `${name}-builtins`,
    resolveId: (id, importer, { kind }) =>
      isBuiltin(id) && kind === 'import-statement' && !isHelper(importer) ? prefix + id : undefined,
    load: (id) =>
      id.startsWith(prefix) ? linesFor(id.slice(prefix.length)).join('\n') : undefined,
  };
}

/** The bundler's helpers, which these modules are made with. */
function isHelper(importer: string | undefined): boolean {
  return importer?.startsWith('\0') ?? false;
}

function namesOf(id: string): string[] {
  return Object.keys(process.getBuiltinModule(id) ?? {}).filter((name) => /^\w+$/.test(name));
}
