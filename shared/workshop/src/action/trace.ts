import { widthsIn } from '../look.ts';
import { keptTitle, otherRunsLine } from '../screen/kept-title.ts';
import type { Line } from '../screen/line.ts';
import { traceLines } from '../screen/trace.ts';
import { readKeptTrace, traceOfRun } from '../state/kept-trace.ts';
import { openPage } from '../watch/page.ts';
import type { Action } from './action.ts';

/** A page scrolls, so more is shown on it than in a pipe. */
const most = 2_000;

export const showTrace: Action = async ({ lesson, judged }, { look }) => {
  // The verdict is on the screen before its trace is in the file.
  const kept = judged?.recording ?? (await readKeptTrace(lesson));
  if (kept === undefined) return { reply: 'No run has left a trace to show yet.' };
  const title = keptTitle(kept, kept.shown);
  const shown = {
    trace: traceOfRun(kept, kept.shown),
    title,
    others: otherRunsLine(kept, kept.shown),
    failing: kept.failing,
    most,
    unfold: `npm run trace -- ${lesson.number} --unfold prints every one.`,
  };
  const draw = (columns: number): Line[] =>
    traceLines({ ...shown, width: columns - 1 }, { ...look, ...widthsIn(columns) }).slice(1);
  return { view: openPage(title, draw) };
};
