import { fileURLToPath } from 'node:url';

/** Enough for any lesson, and full within seconds. */
const MOST_HEAP_MEBIBYTES = 256;
/** A process lives too briefly for its garbage to be worth collecting. */
const YOUNG_HEAP_MEBIBYTES = 16;

/** What Node is started with for a subject. */
export const subjectFlags: readonly string[] = [
  '--no-warnings',
  `--max-old-space-size=${MOST_HEAP_MEBIBYTES}`,
  `--min-semi-space-size=${YOUNG_HEAP_MEBIBYTES}`,
];

/** Absolute path of the program that waits for a job and does it; it imports more of this package. */
export const subjectProgram: string = fileURLToPath(new URL('../inside/main.ts', import.meta.url));

/** Absolute path of a module to load before that program where the subject has no types any more. */
export const plainSources: string = fileURLToPath(
  new URL('../inside/plain-sources.ts', import.meta.url),
);

/** Absolute path of a module to load before that program where it lies beside a pack of packages. */
export const packedImports: string = fileURLToPath(
  new URL('../inside/packed-imports.ts', import.meta.url),
);
