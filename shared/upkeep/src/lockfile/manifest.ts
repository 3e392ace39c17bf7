import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asRecord } from '../record.ts';

/** What a package.json, or the lockfile's entry for one, says of dependencies. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The root's manifest and every workspace's, by their files from the root. */
export type Manifests = ReadonlyMap<string, Manifest>;

/** The lockfile's packages by their place, such as `node_modules/ajv`. */
export type LockedPackages = ReadonlyMap<string, Manifest>;

export function readManifests(root: string): Manifests {
  const { workspaces = [] } = readManifest(root, 'package.json');
  const patterns = workspaces.map((pattern) => `${pattern}/package.json`);
  const files = globSync(patterns, { cwd: root }).toSorted();
  return new Map(['package.json', ...files].map((file) => [file, readManifest(root, file)]));
}

export function readLockfile(root: string): LockedPackages {
  const file = join(root, 'package-lock.json');
  const lockfile = asRecord(JSON.parse(readFileSync(file, 'utf8')));
  const entries = Object.entries(asRecord(lockfile['packages'])).map(
    ([place, entry]) => [place, checkedManifest(entry, `${file}, packages["${place}"]`)] as const,
  );
  return new Map(entries);
}

/** Every dependency that a manifest asks for, of whatever kind. */
export function wantedBy(manifest: Manifest): [name: string, range: string][] {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
}

function readManifest(root: string, file: string): Manifest {
  return checkedManifest(JSON.parse(readFileSync(join(root, file), 'utf8')), file);
}

function checkedManifest(value: unknown, place: string): Manifest {
  if (isManifest(value)) return value;
  throw new Error(`${place} is not what npm calls a manifest. Let npm write it again.`);
}

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies'];

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    dependencyFields.every((field) => isTextRecord(Reflect.get(value, field)))
  );
}

function isTextRecord(value: unknown): boolean {
  return Object.values(asRecord(value)).every((one) => typeof one === 'string');
}
