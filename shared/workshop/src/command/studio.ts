import { repository } from '@tracelings/lesson-kit';
import { Studio } from '@tracelings/studio';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { openNotes } from '../state/notes.ts';
import { LessonPage } from '../studio/lesson-page.ts';
import { ownPort } from '../studio/own-port.ts';
import { pageOnly } from '../studio/page-only.ts';
import { watchLessons } from '../watch/sitting.ts';
import { remark } from './folded.ts';
import { typedPlace } from './typed-place.ts';

const environmentMissing = 3;
/** Where `grade` writes unless told. */
const usualReports = join(repository, '.tracelings', 'grades');

/** Watches a lesson as `start` does, with the page as the only place to look at it. */
export async function studio(name: string | undefined, signal: AbortSignal): Promise<number> {
  const notes = openNotes(remark);
  const lesson = await chooseLesson(name, await notes.read());
  await using page = new LessonPage(notes, remark);
  await page.open();
  if (page.url === undefined) return environmentMissing;
  process.stdout.write(`The page of the lesson: ${page.url}
It checks again on every save. Ctrl-C ends it.
`);
  await watchLessons(lesson, { terminal: pageOnly, notes, notices: [], page, signal });
  return 0;
}

/** Shows a class as its grader's report or journal has it, until it is interrupted. */
export async function classRoom(report: string | true, signal: AbortSignal): Promise<number> {
  const room = typedPlace(report === true ? usualReports : report);
  const ended = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => ended.resolve());
  await using page = await Studio.open({
    room,
    port: ownPort(room),
    failed: (error) => ended.reject(error),
  });
  process.stdout.write(`The page of the class: ${page.url}
It follows ${room}${existsSync(room) ? '' : ', where nothing is yet'}. Ctrl-C ends it.
`);
  if (!signal.aborted) await ended.promise;
  return 0;
}
