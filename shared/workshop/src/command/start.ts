import { type LessonFolder, repository } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import process from 'node:process';
import { chooseLesson, chooseUnfinished } from '../lesson/choice.ts';
import { openLesson } from '../lesson/fresh-start.ts';
import { judgeOwn } from '../lesson/own-judging.ts';
import { removeStale } from '../lesson/stale-cache.ts';
import { lookOf } from '../look.ts';
import { reportScreen } from '../screen/report.ts';
import { starterNewsSentence } from '../screen/starter-news.ts';
import { wrap } from '../screen/wrap.ts';
import { openNotes } from '../state/notes.ts';
import { LessonPage } from '../studio/lesson-page.ts';
import { Terminal } from '../watch/terminal.ts';
import { watchLessons } from '../watch/sitting.ts';
import { keepYoungHeapSmall } from '../young-heap.ts';
import { remark } from './folded.ts';
import { nextScreen } from './next-screen.ts';

/** Opens a lesson: watched in a terminal, checked once without one. */
export async function start(name: string | undefined, signal: AbortSignal): Promise<number> {
  void removeStale(join(repository, '.cache'));
  const notices: string[] = [];
  const notes = openNotes((notice) => notices.push(notice));
  const progress = await notes.read();
  if (!Terminal.isThere()) {
    const once = name === undefined ? chooseUnfinished(progress) : chooseLesson(name, progress);
    return await checkOnce(await once, { notes, notices, signal });
  }
  keepYoungHeapSmall();
  const lesson = await chooseLesson(name, progress);
  await using page = new LessonPage(notes, (notice) => notices.push(notice));
  const opening = page.open();
  using terminal = new Terminal();
  // On plain lines, what comes late would be said with everything else once more.
  if (terminal.isPlain) await opening;
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
  const { copied, starterChanged } = await openLesson(lesson, notes);
  const judged = await judgeOwn(lesson, notes, signal);
  const look = lookOf(process.stdout);
  const next = await nextScreen({ lesson, judged, copied, notes }, look);
  for (const notice of notices) remark(notice);
  if (starterChanged) process.stderr.write(`${wrap(starterNewsSentence(lesson), look)}\n`);
  process.stdout.write(`${reportScreen({ lesson, judged, next }, look)}\n`);
  return 0;
}
