import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';

const saves = 24;

/** Saves again as soon as the one before is noticed, and counts what was started until a verdict. */
const program = `import { subscribe } from 'node:diagnostics_channel';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLesson } from '@tracelings/lesson-kit';
import { openLesson } from './lesson/fresh-start.ts';
import { openNotes } from './state/notes.ts';
import { pageOnly } from './studio/page-only.ts';
import { LessonWatch } from './watch/lesson-watch.ts';

let started = 0;
subscribe('child_process', () => (started += 1));
const lesson = await findLesson('01');
const notes = openNotes(() => {});
const opening = await openLesson(lesson, notes);
const quit = new AbortController();
let saved = 0;
let last = 'checking';
let before = 0;
const shown = ({ phase }) => {
  const isVerdict = phase === 'checked' && last === 'checking';
  last = phase;
  if (saved === 0 && isVerdict) before = started;
  if (isVerdict && saved > 0) {
    console.log(saved, started - before);
    return quit.abort();
  }
  const isNoticed = phase === 'checking' && saved > 0;
  if (saved < ${saves} && (isVerdict || isNoticed)) {
    saved += 1;
    void appendFile(join(lesson.src, 'main.ts'), '// saved\\n');
  }
};
const options = { terminal: pageOnly, shown, notes, notices: [], opening, signal: quit.signal };
await using watch = await LessonWatch.of(lesson, options);
await watch.left;
`;

test('A storm of saves starts a few processes and not some for each save, and ends with a verdict.', async () => {
  await using clone = await Clone.make();
  await clone.write('shared/workshop/src/storm.ts', program);
  const { stdout } = await promisify(execFile)(process.execPath, [
    clone.join('shared/workshop/src/storm.ts'),
  ]);
  const [saved, started] = stdout.split(' ').map(Number);
  expect(saved).toBe(saves);
  expect(started).toBeLessThan(saves / 4);
});
