import { wantedBy } from './manifest.ts';
import type { LockedPackages, Manifests } from './manifest.ts';

/** All that is wrong with the lockfile and the manifests, a sentence each with its mend. */
export function lockfileComplaints(manifests: Manifests, locked: LockedPackages): string[] {
  return [
    ...missingPlatforms(locked),
    ...secondCopies(locked),
    ...inexactVersions(manifests),
    ...disagreements(manifests),
    ...undeclaredSolutions(manifests),
  ];
}

function missingPlatforms(locked: LockedPackages): string[] {
  return [...locked].flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(locked, place, name))
      .map(
        (name) =>
          `package-lock.json lacks ${name}, which ${place.replace(/^.*node_modules\//, '')} needs on another platform. ` +
          'Pin a version whose binaries are all published, remove package-lock.json and node_modules, and run "npm install".',
      ),
  );
}

/** Looks where Node would look: beside the package, then in every folder above. */
function isLocked(locked: LockedPackages, place: string, name: string): boolean {
  if (locked.has(`${place && `${place}/`}node_modules/${name}`)) return true;
  if (place === '') return false;
  const above = place.includes('node_modules/')
    ? place.slice(0, place.lastIndexOf('node_modules/')).replace(/\/$/, '')
    : '';
  return isLocked(locked, above, name);
}

function secondCopies(locked: LockedPackages): string[] {
  const places = [...locked.keys()].filter((place) => /node_modules\/@opentelemetry\//.test(place));
  const copies = Map.groupBy(places, (place) => place.replace(/^.*node_modules\//, ''));
  return [...copies]
    .filter(([, found]) => found.length > 1)
    .map(
      ([name, found]) =>
        `package-lock.json holds ${found.length} copies of ${name} (${found.map((place) => `${locked.get(place)?.version} in ${place}`).join(', ')}), ` +
        'and OpenTelemetry needs one. Give every package.json the version that its siblings pin.',
    );
}

function inexactVersions(manifests: Manifests): string[] {
  const ours = new Set([...manifests.values()].map(({ name }) => name));
  return [...manifests].flatMap(([file, manifest]) =>
    wantedBy(manifest)
      .filter(([name, range]) => (ours.has(name) ? range !== '*' : !isExact(range)))
      .map(([name, range]) =>
        ours.has(name)
          ? `${file} asks for ${name} as "${range}". It is a package of this repository: write "*".`
          : `${file} asks for ${name} as "${range}". Write one exact version, such as "1.2.3".`,
      ),
  );
}

function isExact(range: string): boolean {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range);
}

function disagreements(manifests: Manifests): string[] {
  const asked = [...manifests].flatMap(([file, manifest]) =>
    wantedBy(manifest).map(([name, range]) => ({ file, name, range })),
  );
  return [...Map.groupBy(asked, ({ name }) => name)]
    .filter(([, askers]) => new Set(askers.map(({ range }) => range)).size > 1)
    .map(
      ([name, askers]) =>
        `The packages disagree on ${name}: ${askers.map(({ file, range }) => `${range} in ${file}`).join(', ')}. Choose one version for all.`,
    );
}

/** The proof of a lesson reads its solution: undeclared, an edit there would not run it again. */
function undeclaredSolutions(manifests: Manifests): string[] {
  return [...manifests].flatMap(([file, lesson]) => {
    const solution = manifests.get(file.replace(/^lessons\//, 'solutions/'))?.name;
    if (!file.startsWith('lessons/') || solution === undefined) return [];
    if (wantedBy(lesson).some(([name]) => name === solution)) return [];
    return [`${file} does not name its solution. Add "${solution}": "*" to its devDependencies.`];
  });
}
