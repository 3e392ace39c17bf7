import { differenceCost } from './difference-cost.ts';
import type { Matching } from '../matching/matching.ts';
import { forgetSupplied, supply, type Differences, type Lack, type Pair } from './pairing.ts';
import type { Span } from '../span.ts';
import { nameMatches } from '../rules/value.ts';

/** One thing is said in the end: enough is enough. */
const MAX_MOVED = 1_000;
const MAX_CANDIDATES = 32;

/** Pairs each span that is missing with one of its name that has no place where it is. */
export function pairMoved(matching: Matching, differences: Differences): Pair[] {
  if (differences.lacks.length === 0) return [];
  const byName = Map.groupBy(spansWithoutPlace(matching, differences), ({ name }) => name);
  const found: Pair[] = [];
  for (const lack of differences.lacks.slice(0, MAX_MOVED)) {
    while (lack.count > 0 && found.length < MAX_MOVED) {
      const span = likest(matching, lack, candidatesFor(lack, byName, differences));
      if (!span) break;
      found.push(supply(differences, lack, span, true));
    }
  }
  forgetSupplied(differences);
  return found;
}

function* spansWithoutPlace(matching: Matching, { strays, placed }: Differences): Generator<Span> {
  const waiting = strays.map(({ span }) => span).toReversed();
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    if (placed.has(span)) continue;
    yield span;
    for (const child of matching.childrenOf(span).toReversed()) waiting.push(child);
  }
}

function candidatesFor(
  { place, pair }: Lack,
  byName: ReadonlyMap<string, readonly Span[]>,
  { placed }: Differences,
): Span[] {
  const { name } = place.branch.shape;
  const names = typeof name === 'string' ? [name] : [...byName.keys()];
  const matching = names
    .filter((candidate) => nameMatches(candidate, name))
    .slice(0, MAX_CANDIDATES);
  return matching
    .flatMap((candidate) => firstFree(byName.get(candidate) ?? [], placed))
    .filter((span) => span !== pair.span);
}

function firstFree(spans: readonly Span[], placed: ReadonlySet<Span>): Span[] {
  const free: Span[] = [];
  for (const span of spans) {
    if (free.length === MAX_CANDIDATES) break;
    if (!placed.has(span)) free.push(span);
  }
  return free;
}

function likest(matching: Matching, { place }: Lack, candidates: readonly Span[]) {
  const ranked = candidates
    .map((span) => ({ span, cost: differenceCost(matching, span, place.branch) }))
    .toSorted((one, other) => one.cost - other.cost);
  return ranked[0]?.span;
}
