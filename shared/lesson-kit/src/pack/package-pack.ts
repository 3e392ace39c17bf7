import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { lazyBuiltins } from './builtins.ts';
import { filesOf, isOwn } from './program-pack.ts';

/** Nothing but constants, a thousand of them, of which other packages need a handful. */
const CONSTANTS = '@opentelemetry/semantic-conventions';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Packages with one file for each of their entries instead of the fifty that they are made of, for
 * where every process of a great many loads them.
 */
export class PackagePack {
  readonly #modules: string;
  readonly #packed = new Map<string, Promise<void>>();
  readonly #entries = new Map<string, string>();
  readonly #files: string[] = [];

  /** The folder is the `node_modules` to pack into. */
  constructor(modules: string) {
    this.#modules = modules;
  }

  /** What can be imported, and the packed file that it leads to, as a path from the `node_modules`. */
  get entries(): ReadonlyMap<string, string> {
    return this.#entries;
  }

  /** Absolute paths of the files that the packages were made of. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** Packs a package, and what it depends on, as a file in the folder `dependent` would find it. */
  add(name: string, dependent: string): Promise<void> {
    const known = this.#packed.get(name);
    if (known !== undefined) return known;
    const packed = this.#pack(name, packageFolder(name, dependent));
    this.#packed.set(name, packed);
    return packed;
  }

  async #pack(name: string, folder: string): Promise<void> {
    const manifest = await readManifest(folder);
    const entries = entriesOf(manifest);
    for (const { id, file } of entries) this.#entries.set(id, join(name, `${file}.mjs`));
    const files = await writePackage(folder, manifest, join(this.#modules, name));
    this.#files.push(join(folder, 'package.json'), ...files);
    const dependencies = Object.keys(manifest.dependencies ?? {});
    await Promise.all(dependencies.map((dependency) => this.add(dependency, folder)));
  }
}

/** The folder of an installed package, as a file in the folder `dependent` would find it. */
export function packageFolder(name: string, dependent: string): string {
  for (let folder = dependent; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) {
      throw new Error(`The package ${name} is not installed. Run npm install.`);
    }
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm installed it
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function writePackage(folder: string, manifest: Manifest, to: string): Promise<string[]> {
  const entries = entriesOf(manifest);
  await mkdir(to, { recursive: true });
  await using bundle = await rolldown({
    input: Object.fromEntries(entries.map(({ file, id }) => [file, id])),
    cwd: folder,
    platform: 'node',
    external: (id, importer) => importer !== undefined && isBeside(id),
    plugins: [lazyBuiltins()],
    logLevel: 'silent',
  });
  const { output } = await bundle.write({
    dir: to,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'part-[hash].mjs',
  });
  const { name, version } = manifest;
  const exports = Object.fromEntries(entries.map(({ key, file }) => [key, `./${file}.mjs`]));
  await writeFile(
    join(to, 'package.json'),
    JSON.stringify({ name, version, type: 'module', exports }),
  );
  return filesOf(output);
}

/** Whether an import of a package stays one, so that all who import the other share one copy of it. */
function isBeside(id: string): boolean {
  return !isOwn(id) && !isBuiltin(id) && id !== CONSTANTS;
}

interface PackageEntry {
  /** As in `exports`: `.` or `./incubating`. */
  readonly key: string;
  /** What is imported to have it. */
  readonly id: string;
  readonly file: string;
}

function entriesOf({ name, exports }: Manifest): PackageEntry[] {
  const isMap = typeof exports === 'object' && exports !== null;
  const keys = isMap ? Object.keys(exports).filter((key) => key.startsWith('.')) : [];
  return (keys.length === 0 ? ['.'] : keys)
    .filter((key) => !key.includes('*') && !key.endsWith('.json'))
    .map((key) => ({
      key,
      id: name + key.slice(1),
      file: key === '.' ? 'index' : key.slice(2).replaceAll('/', '-'),
    }));
}
