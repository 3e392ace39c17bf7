import type { LessonFolder } from '@tracelings/lesson-kit';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { judgeOwn } from '../lesson/own-judging.ts';
import { lookOf } from '../look.ts';
import { reportScreen } from '../screen/report.ts';
import { openNotes } from '../state/notes.ts';
import { LessonPage } from '../studio/lesson-page.ts';
import { Terminal } from '../watch/terminal.ts';
import { openLesson, watchLessons } from '../watch/sitting.ts';
import { nextScreen } from './next-screen.ts';

/** Opens a lesson: watched in a terminal, checked once without one. */
export async function start(name: string | undefined, signal: AbortSignal): Promise<number> {
  const notices: string[] = [];
  const notes = openNotes((notice) => notices.push(notice));
  const lesson = await chooseLesson(name, await notes.read());
  if (!Terminal.isThere()) return await checkOnce(lesson, { notes, notices, signal });
  await using page = new LessonPage(notes, (notice) => notices.push(notice));
  void page.open();
  using terminal = new Terminal();
  await watchLessons(lesson, { terminal, notes, notices, page, signal });
  return 0;
}

type Notes = ReturnType<typeof openNotes>;

interface Once {
  readonly notes: Notes;
  readonly notices: readonly string[];
  readonly signal: AbortSignal;
}

async function checkOnce(lesson: LessonFolder, { notes, notices, signal }: Once): Promise<number> {
  const copied = await openLesson(lesson, notes);
  const judged = await judgeOwn(lesson, notes, signal);
  const look = lookOf(process.stdout);
  const next = await nextScreen({ lesson, judged, copied }, look);
  for (const notice of notices) process.stderr.write(`${notice}\n`);
  process.stdout.write(`${reportScreen({ lesson, judged, next }, look)}\n`);
  return 0;
}
