import type { Matching } from '../matching/matching.ts';
import type { Branch } from '../matching/shape-plan.ts';
import type { Span } from '../span.ts';
import { nameMatches } from '../rules/value.ts';

/** Beyond this many children, a look at each would cost more than a better guess is worth. */
const CHILDREN_COMPARED = 64;

/** How much a span differs from a branch: one for each rule it breaks and each child too many or too few. */
export function differenceCost(matching: Matching, span: Span, branch: Branch): number {
  const broken = branch.wish.rules.filter((rule) => !rule.passes(span, matching.trace));
  return broken.length + childrenCost(matching, span, branch);
}

function childrenCost(matching: Matching, span: Span, { places }: Branch): number {
  const children = matching.childrenOf(span);
  if (children.length === 0) return places.fewest;
  if (children.length > CHILDREN_COMPARED || places.list.length > CHILDREN_COMPARED) return 0;
  const free = new Set(children);
  let cost = 0;
  for (const { branch, min } of places.list) {
    const exact = take(free, min, (child) => matching.fits(child, branch));
    const named = take(free, min - exact, (child) => nameMatches(child.name, branch.shape.name));
    cost += min - exact - named / 2;
  }
  return places.open ? cost : cost + free.size;
}

function take(free: Set<Span>, wanted: number, isWanted: (span: Span) => boolean): number {
  const taken = [...free].filter((span) => isWanted(span)).slice(0, Math.max(wanted, 0));
  for (const span of taken) free.delete(span);
  return taken.length;
}
