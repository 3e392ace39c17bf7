import { drawActual, drawExpected } from './drawing.ts';
import { Explanation } from '../explanation/explanation.ts';
import type { Matching } from '../matching/matching.ts';
import type { Differences } from '../difference/pairing.ts';
import { counted, listedNames, quoted } from '../words/phrase.ts';
import type { Span } from '../span.ts';

export function explainOpen(
  { trace, plan }: Matching,
  differences: Differences,
): Explanation | undefined {
  const relevant = spansThatMatter(differences);
  const open = trace.open.filter((span) => relevant(span));
  const first = open[0];
  if (!first) return undefined;
  const pair = differences.pairs.find(({ span }) => span === first);
  return new Explanation({
    kind: 'open',
    sought: 'every span to have ended',
    found: foundText(open, first),
    because: 'an error, an early return or a callback that never comes may pass span.end() by',
    next: `end ${quoted(first.name)} on every path: in a finally block, for example`,
    spans: open,
    expected: drawExpected(plan, pair),
    actual: drawActual(trace, first),
  });
}

function foundText(open: readonly Span[], first: Span): string {
  if (open.length === 1) return `${quoted(first.name)} was started and never ended`;
  const names = listedNames(open.map(({ name }) => name));
  return `${counted(open.length, 'span')} that never ended: ${names}`;
}

/** Where other spans are welcome, it is nobody's business whether those have ended. */
function spansThatMatter({ pairs, strays, lacks }: Differences): (span: Span) => boolean {
  const paired = new Set(pairs.map(({ span }) => span));
  const isStrict = strays.some(({ pair }) => !pair.places.open);
  const lacking = new Set(lacks.map(({ place }) => place.branch.shape.name));
  return (span) => paired.has(span) || isStrict || lacking.has(span.name);
}
