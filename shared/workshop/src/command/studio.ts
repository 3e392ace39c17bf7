import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { openNotes } from '../state/notes.ts';
import { LessonPage } from '../studio/lesson-page.ts';
import { pageOnly } from '../studio/page-only.ts';
import { watchLessons } from '../watch/sitting.ts';

const environmentMissing = 3;

/** Watches a lesson as `start` does, with the page as the only place to look at it. */
export async function studio(name: string | undefined, signal: AbortSignal): Promise<number> {
  const notes = openNotes(tell);
  const lesson = await chooseLesson(name, await notes.read());
  await using page = new LessonPage(notes, tell);
  await page.open();
  if (page.url === undefined) return environmentMissing;
  process.stdout.write(`The page of the lesson: ${page.url}
It checks again on every save. Ctrl-C ends it.
`);
  await watchLessons(lesson, { terminal: pageOnly, notes, notices: [], page, signal });
  return 0;
}

function tell(notice: string): void {
  process.stderr.write(`${notice}\n`);
}
