import { differenceCost } from './difference-cost.ts';
import type { Matching } from '../matching/matching.ts';
import { likenessOf } from '../words/near-name.ts';
import {
  forgetSupplied,
  supply,
  type Differences,
  type Lack,
  type Pair,
  type Stray,
} from './pairing.ts';
import { nameMatches } from '../rules/value.ts';

const MAX_COMPARED = 64;

/** Pairs spans that are missing with unexpected ones in the same place that seem to be them under another name. */
export function pairRenamed(matching: Matching, differences: Differences): Pair[] {
  const isDrawn = drawnNames(matching);
  const strays = differences.strays.filter(({ span }) => !isDrawn(span.name));
  const byPair = Map.groupBy(strays, ({ pair }) => pair);
  const lacksByPair = Map.groupBy(differences.lacks.slice(0, MAX_COMPARED), ({ pair }) => pair);
  const found: Pair[] = [];
  for (const lack of differences.lacks.slice(0, MAX_COMPARED)) {
    const candidates = (byPair.get(lack.pair) ?? [])
      .slice(0, MAX_COMPARED)
      .filter(({ span }) => !differences.placed.has(span));
    const isOnlyChoice = candidates.length === 1 && lacksByPair.get(lack.pair)?.length === 1;
    const likest = mostAlike(matching, lack, candidates, isOnlyChoice);
    if (likest) found.push(supply(differences, lack, likest.span, false));
  }
  forgetSupplied(differences);
  return found;
}

/** A span whose name the shape draws is itself, only elsewhere or once too often. */
function drawnNames({ plan }: Matching): (name: string) => boolean {
  const names = new Set(plan.branches.map(({ shape }) => shape.name));
  const patterns = [...names].filter((name) => name instanceof RegExp);
  return (name) => names.has(name) || patterns.some((pattern) => nameMatches(name, pattern));
}

function mostAlike(
  matching: Matching,
  lack: Lack,
  candidates: readonly Stray[],
  isOnlyChoice: boolean,
): Stray | undefined {
  const ranked = candidates
    .map((stray) => ({ stray, likeness: nameLikeness(lack, stray) }))
    .toSorted((one, other) => other.likeness - one.likeness);
  const best = ranked[0];
  if (!best) return undefined;
  const isAlike =
    best.likeness >= 0.5 || (isOnlyChoice && isInItsStead(matching, lack, best.stray));
  return isAlike ? best.stray : undefined;
}

function nameLikeness({ place }: Lack, { span }: Stray): number {
  const { name } = place.branch.shape;
  return likenessOf(span.name, typeof name === 'string' ? name : name.source);
}

/** One root for one root, or all that was asked for but the name. */
function isInItsStead(matching: Matching, { place, pair }: Lack, { span }: Stray): boolean {
  if (pair.places.open) return false;
  if (!pair.branch) return true;
  const { wish, places } = place.branch;
  const saysMoreThanName = wish.rules.length > 2 || places.list.length > 0;
  return saysMoreThanName && differenceCost(matching, span, place.branch) <= 1;
}
