import { findLesson, type LessonFolder, repository } from '@tracelings/lesson-kit';
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What an `attack.json` says. */
export interface Attack {
  /** Its folder's name. */
  readonly name: string;
  /** The folder it is filed in. */
  readonly verdict: string;
  readonly folder: string;
  readonly lesson: string;
  /** What it is laid over. */
  readonly over: 'starter' | 'solution';
  readonly tries: string;
  /** What it earns honestly. */
  readonly points: number;
  /** Where it has a point at all: why these were earned. */
  readonly why?: string;
  /** What shows that it would work without the wall; absent where nothing is attacked. */
  readonly control?: { readonly by: string; readonly shows: string; readonly text?: string };
  readonly links?: Readonly<Record<string, string>>;
  /** Files that cannot lie in a repository; `null` removes one. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly sparse?: Readonly<Record<string, number>>;
  readonly many?: number;
}

const run = promisify(execFile);
const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));

/** Every attack there is, in the order of their names. */
export const attacks: readonly Attack[] = globSync('*/*/attack.json', { cwd: corpus })
  .toSorted()
  .map((file) => ({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own files, and every test reads them
    ...(JSON.parse(readFileSync(join(corpus, file), 'utf8')) as Attack),
    name: basename(dirname(file)),
    verdict: dirname(dirname(file)),
    folder: join(corpus, dirname(file)),
  }));

const CACHE = join(repository, '.cache', 'corpus');
/** Where Linux keeps files in memory: a hundred thousand take a second instead of ten. */
const MEMORY = '/dev/shm';

/** What shows in points, for which every run has to be looked at; else one run shows it all. */
const FORGERIES = new Set(['points', 'exit-code', 'result-file', 'stdout', 'believed', 'deleted']);

/** The lesson, or the one of its runs that takes the fewest processes. */
function lessonFor({ control }: Attack, lesson: LessonFolder): LessonFolder {
  if (control === undefined || FORGERIES.has(control.shows)) return lesson;
  const known = shortened.get(lesson.id);
  if (known !== undefined) return known;
  const scenario = cheapestScenario(lesson);
  const checks = lesson.manifest.checks.filter((check) => check.scenario === scenario);
  const short = { ...lesson, manifest: { ...lesson.manifest, checks } };
  shortened.set(lesson.id, short);
  return short;
}

const shortened = new Map<string, LessonFolder>();

/** The name of the scenario that takes the fewest processes. */
export function cheapestScenario({ manifest }: LessonFolder): string {
  const [cheapest = ''] = Object.entries(manifest.scenarios)
    .toSorted(([, a], [, b]) => (a.services?.length ?? 0) - (b.services?.length ?? 0))
    .map(([name]) => name);
  return cheapest;
}

/** An attack that lies ready to be handed in. */
export interface PreparedAttack extends AsyncDisposable {
  readonly directory: string;
  readonly lesson: LessonFolder;
}

/**
 * Lays an attack over what the learner got, whose entry becomes `honest.ts`. It lies inside the
 * repository, where its imports resolve, since without a wall they have to.
 */
export async function prepare(
  attack: Attack,
  words: Readonly<Record<string, string>>,
): Promise<PreparedAttack> {
  const lesson = await findLesson(attack.lesson);
  const above = (attack.many ?? 0) > 0 && existsSync(MEMORY) ? MEMORY : CACHE;
  await mkdir(above, { recursive: true });
  const directory = await mkdtemp(join(above, 'attack-'));
  const base = attack.over === 'starter' ? lesson.starter : join(lesson.solution, 'src');
  await cp(base, directory, { recursive: true });
  await layOver(attack, directory, words);
  return {
    directory,
    lesson: lessonFor(attack, lesson),
    // A hundred thousand files are gone sooner this way.
    [Symbol.asyncDispose]: async () => void (await run('rm', ['-rf', directory])),
  };
}

async function layOver(
  { folder, files = {}, links = {}, sparse = {}, many = 0 }: Attack,
  directory: string,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const fill = (text: string): string =>
    text.replaceAll(/%([A-Z_]+)%/g, (_, name: string) => words[name] ?? '');
  const names = (await readdir(folder)).filter((name) => name !== 'attack.json');
  if (names.includes('main.ts')) {
    await rename(join(directory, 'main.ts'), join(directory, 'honest.ts'));
  }
  for (const name of names) {
    await writeFile(join(directory, name), fill(await readFile(join(folder, name), 'utf8')));
  }
  for (const [name, text] of Object.entries(files)) {
    if (text === null) await rm(join(directory, name));
    else await writeFile(join(directory, name), fill(text));
  }
  for (const [name, target] of Object.entries(links)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await symlink(fill(target), join(directory, name));
  }
  for (const [name, size] of Object.entries(sparse)) await truncate(join(directory, name), size);
  if (many > 0)
    await run('sh', ['-c', `seq -f n%.0f.ts ${many} | xargs touch`], { cwd: directory });
}
