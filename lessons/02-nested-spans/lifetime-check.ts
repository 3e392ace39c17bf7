import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { knownAbove, labelOf, onlyOrder, spanOf, workFor } from './facts.ts';
import type { HallRun, Work } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const outlives: Check<Inputs> = {
  id: 'outlives',
  title: 'a span lasts until its work is done, and that of its children',
  points: 2,
  scenario: 'order',
  judge(run) {
    const works = workFor(onlyOrder(run));
    for (const work of works) judgeWork(run, work);
    for (const work of works) judgeParentsEnd(run, work);
  },
};

function judgeWork(run: HallRun, work: Work): void {
  const { evidence } = run;
  const span = spanOf(run, work);
  const isSame = ({ spanId }: Span): boolean => spanId === span.spanId;
  for (const { name, value, started, ended } of evidence.moments) {
    if (value !== work.of || !name.startsWith(work.name)) continue;
    const hasStarted = evidence.started.slice(0, started).some(isSame);
    const hasEnded = evidence.ended.slice(0, ended).some(isSame);
    if (hasStarted && !hasEnded) continue;
    throw new Explanation({
      sought: `${labelOf(work)} open from before the work begins until it is done`,
      ...(hasStarted ? endedEarly(name.endsWith('began')) : STARTED_LATE),
      spans: [span],
    });
  }
}

type Account = Pick<ExplanationParts, 'found' | 'because' | 'next'> & { readonly found: string };

const STARTED_LATE: Account = {
  found: 'the work had begun when it was started',
  because: 'the span was written like a log line, after what it tells of',
  next: 'start the span first, and do the work inside it',
};

function endedEarly(isBeforeTheWork: boolean): Account {
  return isBeforeTheWork
    ? {
        found: 'it had ended before the work began',
        because: 'the span is around the call that asks for the work, which is done later',
        next: 'put inSpan() where the work is done, in the context in which it was asked for',
      }
    : {
        found: 'it had ended before the work was done',
        because: 'a promise was handed on, and nobody waited for it before the span ended',
        next: 'in src/in-span.ts, write `return await` inside the `try`, and not `return` alone',
      };
}

function judgeParentsEnd(run: HallRun, work: Work): void {
  const child = spanOf(run, work);
  const parent = knownAbove(run, child);
  if (parent === undefined || endPlace(run, child) < endPlace(run, parent)) return;
  throw new Explanation({
    sought: `\`${parent.name}\` open until everything inside it has ended`,
    found: `\`${parent.name}\` ended while ${labelOf(work)} was still open`,
    because:
      'to queue work, or to start it in a loop that nobody awaits, takes no time: the function ' +
      'returns, its span ends, and the work is yet to be done',
    next: `let the function of \`${parent.name}\` await, or return, the promise of \`${child.name}\``,
    spans: [parent, child],
  });
}

/** The place among all ends: exact, where a span's times come from two clocks. */
function endPlace({ evidence }: HallRun, { spanId }: Span): number {
  return evidence.ended.findIndex((span) => span.spanId === spanId);
}
