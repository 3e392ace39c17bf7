import { nameWanted } from '../rules/basic-rules.ts';
import { describeCount } from '../shape/count.ts';
import { drawActual, drawExpected } from './drawing.ts';
import { Explanation } from '../explanation/explanation.ts';
import type { NameMatcher } from '../shape/matcher.ts';
import type { Matching } from '../matching/matching.ts';
import type { Differences, Lack, Pair } from '../difference/pairing.ts';
import { listedNames, quoted } from '../words/phrase.ts';
import type { Span } from '../span.ts';
import { nameMatches } from '../rules/value.ts';

export function explainMissing(
  { trace, plan, tops }: Matching,
  { lacks, strays }: Differences,
): Explanation | undefined {
  const lack = lacks[0];
  if (!lack) return undefined;
  const { pair, place } = lack;
  const siblings = pair.span ? trace.childrenOf(pair.span) : tops;
  const strangers = strays.filter((stray) => stray.pair === pair).map(({ span }) => span);
  const namesakes = siblings.filter(({ name }) => nameMatches(name, place.branch.shape.name));
  return new Explanation({
    kind: namesakes.length > 0 ? 'count' : 'missing',
    sought: `${countWanted(lack)} ${whereText(pair, place.min)}`,
    found: namesakes.length > 0 ? namesakesFound(namesakes) : foundOthers(pair, siblings),
    ...adviceFor(lack, trace.orphans),
    spans: [...strangers, ...namesakes, ...(pair.span ? [pair.span] : [])],
    expected: drawExpected(
      plan,
      { ...pair, branch: place.branch, above: pair },
      { mark: 'missing' },
    ),
    actual: drawActual(trace, pair.span, { mark: 'under here' }),
  });
}

export function whereText({ span }: Pair, count = 1): string {
  if (!span) return 'at the top of the trace';
  return `as ${count === 1 ? 'a child' : 'children'} of ${quoted(span.name)}`;
}

/** "a span `charge card`", "at least 2 spans `charge card`". */
function countWanted({ place }: Lack): string {
  const name = nameWanted(place.branch.shape.name);
  if (place.min === 1 && place.max === 1) return `a span ${name}`;
  return `${describeCount(place)} ${place.min === 1 ? 'span' : 'spans'} ${name}`;
}

export function namesakesFound(namesakes: readonly Span[]): string {
  const names = new Set(namesakes.map(({ name }) => name));
  return names.size === 1
    ? `${namesakes.length} of them`
    : `${namesakes.length} of them: ${listedNames(names)}`;
}

function foundOthers({ span }: Pair, siblings: readonly Span[]): string {
  const names = listedNames(siblings.map(({ name }) => name));
  if (!span) return `${siblings.length} at the top: ${names}`;
  if (siblings.length === 0) return `${quoted(span.name)} has no children`;
  const children = siblings.length === 1 ? 'one child' : `${siblings.length} children`;
  return `${quoted(span.name)} has ${children}: ${names}`;
}

function spanWanted(name: NameMatcher): string {
  return typeof name === 'string' ? quoted(name) : `a span ${nameWanted(name)}`;
}

function adviceFor({ pair, place }: Lack, orphans: readonly Span[]) {
  const name = spanWanted(place.branch.shape.name);
  const orphan = orphans[0];
  if (orphan) {
    return {
      because: `${quoted(orphan.name)} names a parent that is not here, and a span that never ends is never exported`,
      next: `see that ${name} ends on every path, and that it is flushed`,
    };
  }
  const above = pair.span ? ` while ${quoted(pair.span.name)} is the active span` : '';
  return { next: `start ${name}${above}, and end it` };
}
