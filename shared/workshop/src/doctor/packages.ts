import { readFile, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from './finding.ts';

const about = 'Packages';
const mend = 'Run npm install in the top folder, with no other package manager.';

/** Whether all that lessons need is there, and each OpenTelemetry package only once. */
export async function examinePackages(repository: string): Promise<Finding> {
  const { missing, places } = await installed(await workspaces(repository));
  if (missing.size > 0) {
    const names = [...missing].toSorted().join(', ');
    return { about, state: 'broken', found: `Not installed: ${names}.`, mend };
  }
  const copied = [...places].filter(([, copies]) => copies.size > 1).map(([name]) => name);
  if (copied.length > 0) {
    const found = `There is more than one copy of ${copied.toSorted().join(', ')}. OpenTelemetry's parts find each other by identity, so spans would get lost between the copies.`;
    return { about, state: 'broken', found, mend: `Delete node_modules. ${mend}` };
  }
  const found = `Everything is installed, and each of ${places.size} OpenTelemetry packages once.`;
  return { about, state: 'good', found };
}

interface Installed {
  readonly missing: Set<string>;
  /** The folders of each OpenTelemetry package, links resolved. */
  readonly places: Map<string, Set<string>>;
}

/** Follows the OpenTelemetry packages to what they depend on; of others it only sees that they are there. */
async function installed(folders: readonly string[]): Promise<Installed> {
  const result: Installed = { missing: new Set(), places: new Map() };
  const seen = new Set(folders);
  for (const folder of seen) {
    for (const name of await dependenciesOf(folder)) {
      const place = await resolvePackage(name, folder);
      if (place === undefined) result.missing.add(name);
      else if (name.startsWith('@opentelemetry/')) {
        const copies = result.places.get(name) ?? new Set();
        result.places.set(name, copies.add(place));
        seen.add(place);
      }
    }
  }
  return result;
}

async function workspaces(repository: string): Promise<string[]> {
  const parents = ['shared', 'lessons'].map((name) => join(repository, name));
  const listed = parents.map(async (parent) =>
    (await readdir(parent).catch(() => [])).map((name) => join(parent, name)),
  );
  return (await Promise.all(listed)).flat();
}

async function dependenciesOf(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const manifest: unknown = JSON.parse(text);
  const isObject = typeof manifest === 'object' && manifest !== null;
  const found = isObject && 'dependencies' in manifest ? manifest.dependencies : {};
  return Object.keys(found ?? {});
}

/** As Node looks for it: in each folder upwards. */
async function resolvePackage(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    const manifest = await realpath(join(place, 'package.json')).catch(() => undefined);
    if (manifest !== undefined) return dirname(manifest);
    if (folder === dirname(folder)) return undefined;
  }
}
