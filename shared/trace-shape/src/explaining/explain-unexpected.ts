import { nameWanted } from '../rules/basic-rules.ts';
import { describeCount } from '../shape/count.ts';
import { drawActual, drawExpected } from './drawing.ts';
import { namesakesFound, whereText } from './explain-missing.ts';
import { Explanation } from '../explanation/explanation.ts';
import type { Matching } from '../matching/matching.ts';
import type { Differences, Pair, Stray } from '../difference/pairing.ts';
import { hasLostParent, lostParent } from '../rules/parent-rule.ts';
import { counted, listed, listedNames, quoted } from '../words/phrase.ts';
import type { NameMatcher } from '../shape/matcher.ts';
import type { Place } from '../matching/shape-plan.ts';
import type { Span } from '../span.ts';
import { nameMatches } from '../rules/value.ts';

export function explainUnexpected(
  matching: Matching,
  { strays }: Differences,
): Explanation | undefined {
  const stray = strays.find(({ pair }) => !pair.places.open);
  if (!stray) return undefined;
  const { list } = stray.pair.places;
  const place = list.find(({ branch }) => nameMatches(stray.span.name, branch.shape.name));
  return place ? explainSurplus(matching, stray, place) : explainStranger(matching, stray);
}

/** For a trace that should be empty and is not. */
export function explainUnwanted({ trace }: Matching): Explanation {
  const { spans } = trace;
  return new Explanation({
    kind: 'unexpected',
    sought: 'no spans at all',
    found: `${counted(spans.length, 'span')}: ${listedNames(spans.map(({ name }) => name))}`,
    spans,
    expected: '(no spans)',
    actual: drawActual(trace, undefined),
  });
}

function explainSurplus(matching: Matching, { span, pair }: Stray, place: Place): Explanation {
  const { name } = place.branch.shape;
  const siblings = pair.span ? matching.childrenOf(pair.span) : matching.tops;
  const namesakes = siblings.filter((sibling) => nameMatches(sibling.name, name));
  return new Explanation({
    kind: 'count',
    sought: `${describeCount(place)} ${place.max === 1 ? 'span' : 'spans'} ${nameWanted(name)} ${whereText(pair, place.max)}`,
    found: namesakesFound(namesakes),
    because: 'the code that starts it may run more often than it should, or in two places',
    next: `look for where ${quoted(span.name)} is started`,
    spans: [span, ...namesakes.filter((sibling) => sibling !== span)],
    expected: drawExpected(
      matching.plan,
      { ...pair, branch: place.branch, above: pair },
      { mark: describeCount(place) },
    ),
    actual: drawActual(matching.trace, span, { mark: 'too many' }),
  });
}

function explainStranger({ trace, plan }: Matching, { span, pair }: Stray): Explanation {
  const names = pair.places.list.map(({ branch }) => besidesText(branch.shape.name));
  return new Explanation({
    kind: 'unexpected',
    sought: soughtText(pair, names),
    found: `${quoted(span.name)} ${whereText(pair)}`,
    ...(hasLostParent(span, trace) ? lostParent : adviceFor(span)),
    spans: [span, ...(pair.span ? [pair.span] : [])],
    expected: drawExpected(plan, pair, { mark: 'under here' }),
    actual: drawActual(trace, span, { mark: 'unexpected' }),
  });
}

function besidesText(name: NameMatcher): string {
  return typeof name === 'string' ? quoted(name) : `any ${nameWanted(name)}`;
}

function soughtText({ span }: Pair, names: readonly string[]): string {
  const besides = names.length === 0 ? '' : ` besides ${listed(names)}`;
  return span
    ? `no ${names.length === 0 ? '' : 'other '}children of ${quoted(span.name)}${besides}`
    : `no other spans at the top of the trace${besides}`;
}

function adviceFor(span: Span) {
  return { next: `leave ${quoted(span.name)} out, or start it where it belongs` };
}
