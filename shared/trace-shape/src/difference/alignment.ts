import { pairChildren } from './child-pairs.ts';
import type { Matching } from '../matching/matching.ts';
import { pairMoved } from './moved-pairs.ts';
import type { Differences, Pair } from './pairing.ts';
import { pairRenamed } from './renamed-pairs.ts';

/** One thing is said in the end, so the search for ever better pairs may stop. */
const MAX_ROUNDS = 16;

/**
 * All that differs between a trace and a shape, expected and actual paired by the least difference.
 *
 * By name under the same parent first, since that is how people see a trace; then by name anywhere, which
 * finds spans under the wrong parent; then by likeness under the same parent, which finds spans with
 * the wrong name. Each new pair may have children to pair, so this goes round.
 */
export function align(matching: Matching): Differences {
  const differences: Differences = { pairs: [], lacks: [], strays: [], placed: new Set() };
  let found: Pair[] = [topOf(matching)];
  for (let round = 0; round < MAX_ROUNDS && found.length > 0; round += 1) {
    pairDownwards(matching, differences, found);
    found = pairMoved(matching, differences);
    if (found.length === 0) found = pairRenamed(matching, differences);
  }
  for (const pair of found) differences.pairs.push(pair);
  return differences;
}

function topOf({ plan }: Matching): Pair {
  return {
    span: undefined,
    branch: undefined,
    places: plan.tops,
    above: undefined,
    isMoved: false,
  };
}

function pairDownwards(matching: Matching, differences: Differences, found: Pair[]): void {
  const waiting = [...found];
  for (const pair of waiting) {
    differences.pairs.push(pair);
    const beneath = pairChildren(matching, pair);
    for (const below of beneath.pairs) waiting.push(below);
    for (const lack of beneath.lacks) differences.lacks.push(lack);
    for (const stray of beneath.strays) differences.strays.push(stray);
  }
}
