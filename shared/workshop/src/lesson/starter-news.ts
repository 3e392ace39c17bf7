import { repository } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withStarter } from '../state/progress.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { asideFolder } from './learner-copy.ts';
import { filesOf } from './same-files.ts';

/** Where the starter is kept that the learner's copy was made from, so that changes can be shown. */
export function keptStarter({ id }: LessonFolder): string {
  return join(repository, '.tracelings', 'starters', id);
}

/** Called when the learner's copy begins as the starter of today. */
export async function rememberStarter(lesson: LessonFolder, notes: ProgressFile): Promise<void> {
  const mark = await markOf(lesson.starter);
  // A lesson is opened and reset all the same where it cannot be kept; then its changes cannot be shown.
  await keepStarter(lesson).catch(() => {});
  await notes.update((before) => withStarter(before, lesson.id, mark));
}

/**
 * Whether an update has changed the starter under the learner's copy. Each change is news once:
 * whoever asks has to say it.
 */
export async function takeStarterNews(lesson: LessonFolder, notes: ProgressFile): Promise<boolean> {
  const mark = await markOf(lesson.starter);
  const known = (await notes.read()).starters[lesson.id];
  if (known === mark) return false;
  if (known === undefined) {
    // Progress of an earlier workshop: the starter of today is all there is to go by.
    await rememberStarter(lesson, notes);
    return false;
  }
  await notes.update((before) => withStarter(before, lesson.id, mark));
  return true;
}

const markLength = 16;

/** Tells one edition of a starter from another; short, because it stands in a file for people. */
async function markOf(starter: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await filesOf(starter)) {
    const bytes = await readFile(join(starter, name));
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, markLength);
}

async function keepStarter(lesson: LessonFolder): Promise<void> {
  const kept = keptStarter(lesson);
  await using aside = await asideFolder();
  const whole = join(aside.path, 'starter');
  await cp(lesson.starter, whole, { recursive: true });
  await mkdir(dirname(kept), { recursive: true });
  await rm(kept, { recursive: true, force: true });
  // Another terminal may be as quick; then its copy is the same.
  await rename(whole, kept).catch(() => {});
}
