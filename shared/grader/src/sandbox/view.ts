import { join } from 'node:path';
import { inside } from './inside-paths.ts';

/** Something of this machine that can be read inside, and under which name. */
export interface ReadOnlyView {
  readonly from: string;
  readonly to: string;
}

/**
 * All that a submission can read: Node, the libraries it was linked with, the packed program and
 * packages, the lesson's scenarios, what was compiled of those, and its own sources. No checks, no
 * solutions, no other lessons, nobody else's work.
 */
export function viewOf(parts: {
  readonly root: string;
  readonly shared: string;
  readonly lesson: string;
  readonly submission: string;
}): readonly ReadOnlyView[] {
  return [
    { from: parts.root, to: '/' },
    { from: parts.shared, to: inside.root },
    { from: process.execPath, to: inside.node },
    { from: parts.lesson, to: inside.lesson },
    { from: parts.submission, to: inside.submission },
  ];
}

/** Absolute paths of what Node was linked with. */
export const linkedLibraries: readonly string[] = readLinkedLibraries();

function readLinkedLibraries(): string[] {
  const report: unknown = process.report.getReport();
  const objects =
    typeof report === 'object' && report !== null && 'sharedObjects' in report
      ? report.sharedObjects
      : [];
  return Array.isArray(objects) ? objects.filter(isLibrary) : [];
}

/** What packages have loaded into this process is not needed inside. */
function isLibrary(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith('/') && !path.endsWith('.node');
}

/** What the environment holds inside, and nothing else of ours. */
export const insideEnvironment: Readonly<Record<string, string>> = {
  HOME: inside.temporary,
  LANG: 'C.UTF-8',
  NODE_COMPILE_CACHE: inside.compiled,
  PATH: join(inside.root, 'bin'),
  TMPDIR: inside.temporary,
  TZ: 'UTC',
};

/**
 * The part of the wall in Node: prototypes that nobody can patch, no native code, no debugger, no
 * threads and no other processes. One of those could hold what the evidence is written to while
 * the program puts a file of its own in its place, and reads the seal there. Files are not Node's
 * to guard: those that can be seen may be read.
 */
export const sealedNode: readonly string[] = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--no-addons',
  '--disable-sigusr1',
  '--import',
  inside.frozenBuiltins,
];
