import { readablePath } from '@tracelings/lesson-kit';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Line } from '../screen/line.ts';
import { readingLines } from '../screen/reading.ts';
import { openPage } from '../watch/page.ts';
import type { Page } from '../watch/page.ts';
import { isDone } from '../watch/watching.ts';
import type { Action } from './action.ts';

/** Before the lesson passes it takes asking twice. */
export const readWalkthrough: Action = async (watching, { notes }) => {
  const { lesson, hasAskedForSolution } = watching;
  const wasDone = (await notes.read()).done.includes(lesson.id);
  if (isDone(watching) || wasDone || hasAskedForSolution) {
    return await readPage(join(lesson.solution, 'README.md'));
  }
  const reply =
    'The walkthrough holds a whole solution, and this lesson does not pass yet. Press s once more to read it anyway.';
  return { reply, hasAskedForSolution: true };
};

export async function readPage(path: string): Promise<{ view: Page } | { reply: string }> {
  const name = readablePath(path);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { reply: `${name} cannot be read.` };
  const draw = (columns: number): Line[] =>
    readingLines(text, columns).map((line) => ({ text: line }));
  return { view: openPage(name, draw) };
}
