import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const pageFolder = fileURLToPath(new URL('../page/', import.meta.url));

/** What stands in the document itself, to be there before anything else has arrived. */
const inDocument = { earlyInput: 'early-input.ts', loadAgain: 'load-again.ts' } as const;

/** What the page's modules import by name, and where it is installed. */
const vendors: Readonly<Record<string, string>> = {
  preact: fileURLToPath(import.meta.resolve('preact')),
  'preact/hooks': fileURLToPath(import.meta.resolve('preact/hooks')),
};

/** The page's own files, and no others: whatever else is asked for is not there. */
export class Assets {
  /** Changes with any of the files, so that each may be kept by browsers for ever. */
  readonly build: string;
  /** The modules that the page needs, to be fetched before they are asked for one by one. */
  readonly modules: readonly string[];
  readonly #sources: ReadonlyMap<string, string>;
  readonly #made = new Map<string, Asset>();

  constructor() {
    const pages = globSync('*.ts', { cwd: pageFolder }).toSorted();
    const styles = globSync('styles/*.css', { cwd: pageFolder }).toSorted();
    this.#sources = new Map([
      ...pages.map((name) => [name, read(pageFolder + name)] as const),
      ...Object.keys(vendors).map((name) => [vendorFile(name), read(vendors[name] ?? '')] as const),
      ['studio.css', styles.map((name) => read(pageFolder + name)).join('\n')],
      ['icon.svg', read(`${pageFolder}icon.svg`)],
    ]);
    const whole = [...this.#sources].map(([name, source]) => `${name}\n${source}`).join('\n');
    this.build = createHash('sha256').update(whole).digest('hex').slice(0, 16);
    this.modules = [...this.#sources.keys()]
      .filter((name) => /\.(ts|mjs)$/.test(name) && !isInDocument(name))
      .map((name) => this.url(name));
  }

  url(name: string): string {
    return `/assets/${this.build}/${name}`;
  }

  get inlineScripts(): Readonly<Record<keyof typeof inDocument, string>> {
    return {
      earlyInput: this.#script(inDocument.earlyInput),
      loadAgain: this.#script(inDocument.loadAgain),
    };
  }

  get importMap(): string {
    const names = Object.keys(vendors);
    const imports = Object.fromEntries(names.map((name) => [name, this.url(vendorFile(name))]));
    return JSON.stringify({ imports });
  }

  /** The file at a URL's path. */
  find(path: string): Asset | undefined {
    const prefix = this.url('');
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    const source = this.#sources.get(name);
    if (source === undefined) return undefined;
    const asset = this.#made.get(name) ?? assetOf(name, source);
    this.#made.set(name, asset);
    return asset;
  }

  #script(name: string): string {
    return this.find(this.url(name))?.body ?? '';
  }
}

function isInDocument(name: string): boolean {
  return Object.values<string>(inDocument).includes(name);
}

function assetOf(name: string, source: string): Asset {
  if (name.endsWith('.css')) return { type: 'text/css; charset=utf-8', body: source };
  if (name.endsWith('.svg')) return { type: 'image/svg+xml', body: source };
  const body = name.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
  return { type: 'text/javascript; charset=utf-8', body };
}

function vendorFile(name: string): string {
  return `vendor/${name.replaceAll('/', '-')}.mjs`;
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
