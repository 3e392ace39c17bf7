import { Explanation, type ExplanationParts } from '../explanation/explanation.ts';
import type { Matching } from '../matching/matching.ts';
import type { Branch } from '../matching/shape-plan.ts';
import { nameWanted } from '../rules/basic-rules.ts';
import { counted, listed } from '../words/phrase.ts';
import { drawActual, drawExpected } from './drawing.ts';

type Sought = Pick<ExplanationParts, 'sought' | 'expected' | 'actual'>;

/** An empty trace: why it may be so, the likeliest first. */
export function explainNothing(sought: Sought): Explanation {
  return new Explanation({
    ...sought,
    kind: 'nothing',
    found: 'no spans at all',
    because:
      'no tracer provider was registered when the spans were started; or it has no span processor ' +
      'with an exporter; or no span was ended; or the process ended before the spans were flushed',
    next: 'look at these four in this order',
  });
}

export function explainEmptyTrace({ trace, plan }: Matching): Explanation {
  const tops = plan.tops.list.filter(({ min }) => min > 0).map(({ branch }) => branch);
  return explainNothing({
    sought: `a trace with ${listed(tops.map(nameAndBeneath))}`,
    expected: drawExpected(plan, undefined),
    actual: drawActual(trace, undefined),
  });
}

function nameAndBeneath({ shape, places }: Branch): string {
  const name = nameWanted(shape.name);
  return places.fewest === 0 ? name : `${name} and ${counted(places.fewest, 'span')} beneath it`;
}
