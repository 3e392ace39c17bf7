import type { LessonFolder } from '@tracelings/lesson-kit';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { makeCopy } from '../lesson/learner-copy.ts';
import { judgeOwn } from '../lesson/own-judging.ts';
import { lookOf } from '../look.ts';
import { reportScreen } from '../screen/report.ts';
import { openNotes } from '../state/notes.ts';
import { withLesson } from '../state/progress.ts';
import { Terminal } from '../watch/terminal.ts';
import { LessonWatch } from '../watch/lesson-watch.ts';
import { nextScreen } from './next-screen.ts';

/** Opens a lesson: watched in a terminal, checked once without one. */
export async function start(name: string | undefined, signal: AbortSignal): Promise<number> {
  const notices: string[] = [];
  const notes = openNotes((notice) => notices.push(notice));
  const lesson = await chooseLesson(name, await notes.read());
  if (!Terminal.isThere()) return await checkOnce(lesson, { notes, notices, signal });
  using terminal = new Terminal();
  let open: LessonFolder | undefined = lesson;
  while (open !== undefined && !signal.aborted) {
    const copied = await openLesson(open, notes);
    await using watch = await LessonWatch.of(open, { terminal, notes, notices, copied, signal });
    open = await watch.left;
  }
  return 0;
}

type Notes = ReturnType<typeof openNotes>;

async function openLesson(lesson: LessonFolder, notes: Notes): Promise<boolean> {
  const copied = await makeCopy(lesson);
  await notes.update((before) => withLesson(before, lesson.id));
  return copied;
}

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
