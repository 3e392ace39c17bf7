import { align } from '../difference/alignment.ts';
import { explainField } from './explain-field.ts';
import { explainMissing } from './explain-missing.ts';
import { explainMoved } from './explain-moved.ts';
import { explainEmptyTrace } from './explain-nothing.ts';
import { explainOpen } from './explain-open.ts';
import { explainUnexpected, explainUnwanted } from './explain-unexpected.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { Matching } from '../matching/matching.ts';

/** The first of these has the word: each may explain those that come after it. */
const explainers = [
  explainOpen,
  explainMoved,
  explainField('wrong-parent'),
  explainMissing,
  explainField('wrong-field'),
  explainUnexpected,
];

/** The one thing to say about a trace that does not have the shape. */
export function explainDifference(matching: Matching): Explanation {
  const { trace, plan } = matching;
  if (trace.isEmpty) return explainEmptyTrace(matching);
  if (plan.tops.list.length === 0) return explainUnwanted(matching);
  const differences = align(matching);
  for (const explainer of explainers) {
    const explanation = explainer(matching, differences);
    if (explanation) return explanation;
  }
  throw new Error(
    'The trace does not have the shape, and yet no difference was found between them.',
  );
}
