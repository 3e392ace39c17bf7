import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { draw, hasBeginning, keptAmong, keptOf, nameOf } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Beginning, Inputs } from './inputs.ts';

export const wholeTraces: Check<Inputs> = {
  id: 'whole-traces',
  title: 'a trace is kept whole, or not at all',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const { visits, refunds } = run.inputs;
    const kept = keptAmong(run, [...visits, ...refunds]);
    if (kept.length === 0) throw nothingKept();
    const torn =
      kept.find((request) => !hasBeginning(keptOf(run, request))) ??
      kept.find((request) => keptOf(run, request).length === 1);
    if (torn !== undefined) throw tornTrace(run, torn);
  },
};

function nothingKept(): Explanation {
  return new Explanation({
    sought: 'traces that are kept whole',
    found: 'no trace at all',
    next: 'keep a tenth of them first',
    kind: 'nothing',
  });
}

function tornTrace(run: ShopRun, request: Beginning): Explanation {
  const spans = keptOf(run, request);
  const name = nameOf(request);
  return new Explanation({
    sought: `\`${name}\` kept with all that belongs to it, or not at all`,
    found: hasBeginning(spans)
      ? `\`${name}\` was kept, and the work below it was dropped`
      : `\`${name}\` was dropped, and the work below it was kept`,
    because:
      'the sampler is asked again for every span below, and did not care what had been decided ' +
      'for the span above',
    next:
      'let a `new ParentBasedSampler({ root: … })` stand in front: it asks your rules where a ' +
      'trace begins, and follows the parent everywhere else',
    spans,
    expected: `${name} · server\n└─ ask database`,
    actual: draw(spans),
    kind: 'missing',
  });
}
