import { findLesson, type LessonFolder, repository } from '@tracelings/lesson-kit';
import { globSync, readFileSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { truncate } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  const above = join(repository, '.cache', 'corpus');
  await mkdir(above, { recursive: true });
  const directory = await mkdtemp(join(above, 'attack-'));
  const base = attack.over === 'starter' ? lesson.starter : join(lesson.solution, 'src');
  await cp(base, directory, { recursive: true });
  await layOver(attack, directory, words);
  return {
    directory,
    lesson,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
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
  for (let index = 0; index < many; index += 1)
    await writeFile(join(directory, `n${index}.ts`), '');
}
