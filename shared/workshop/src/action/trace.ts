import { keptTitle, otherRunsLine } from '../screen/kept-title.ts';
import { traceLines } from '../screen/trace.ts';
import { readKeptTrace, traceOfRun } from '../state/kept-trace.ts';
import { openPage } from '../watch/page.ts';
import type { Action } from './action.ts';

/** A page scrolls, so more is shown on it than in a pipe. */
const most = 2_000;

export const showTrace: Action = async ({ lesson, judged }, { look, room }) => {
  // The verdict is on the screen before its trace is in the file.
  const kept = judged?.recording ?? (await readKeptTrace(lesson));
  if (kept === undefined) return { reply: 'No run has left a trace to show yet.' };
  const [title, ...lines] = traceLines(
    {
      trace: traceOfRun(kept, kept.shown),
      title: keptTitle(kept, kept.shown),
      others: otherRunsLine(kept, kept.shown),
      failing: kept.failing,
      width: room.columns - 1,
      most,
      unfold: `npm run trace -- ${lesson.number} --unfold prints every one.`,
    },
    look,
  );
  return { view: openPage(title?.text ?? '', lines) };
};
