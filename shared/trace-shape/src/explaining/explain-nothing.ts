import { drawActual, drawExpected } from './drawing.ts';
import { Explanation } from '../explanation/explanation.ts';
import type { Matching } from '../matching/matching.ts';
import { counted, listed } from '../words/phrase.ts';
import type { Branch } from '../matching/shape-plan.ts';
import { nameWanted } from '../rules/basic-rules.ts';

/** Why a trace may be empty, the likeliest first. Queries say it too. */
export const reasonsForNothing =
  'no tracer provider was registered when the spans were started; or it has no span processor with ' +
  'an exporter; or no span was ended; or the process ended before the spans were flushed';

export const adviceForNothing = 'look at these four in this order';

export function explainNothing({ trace, plan }: Matching): Explanation {
  const tops = plan.tops.list.filter(({ min }) => min > 0).map(({ branch }) => branch);
  return new Explanation({
    kind: 'nothing',
    sought: `a trace with ${listed(tops.map(nameAndBeneath))}`,
    found: 'no spans at all',
    because: reasonsForNothing,
    next: adviceForNothing,
    expected: drawExpected(plan, undefined),
    actual: drawActual(trace, undefined),
  });
}

function nameAndBeneath({ shape, places }: Branch): string {
  const beneath =
    places.list.length === 0 ? '' : ` and ${counted(places.fewest, 'span')} beneath it`;
  return `${nameWanted(shape.name)}${places.fewest === 0 ? '' : beneath}`;
}
