// For a place with a pack beside it: whatever imports a package that is in there, and from wherever,
// gets the packed one.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const list = new URL('../packages.json', import.meta.url);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the packer wrote it
const files = JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, string>>;
const urls = new Map(Object.entries(files).map(([id, file]) => [id, new URL(file, list).href]));

registerHooks({
  resolve: (id, context, next) => {
    const url = urls.get(id);
    return url === undefined ? next(id, context) : { url, format: 'module', shortCircuit: true };
  },
});
