import type { Group } from './matching.ts';
import type { Branch, Wish } from './shape-plan.ts';

/** Stands in for the child of a branch that needs none. */
const NO_CHILD = -1;

/**
 * Finds the branches that a span may fit by what the span is asked to be and by one child that the
 * branch cannot do without: the one that the fewest branches share.
 */
export class BranchIndex {
  readonly #byWishAndChild = new Map<number, Map<number, Branch[]>>();

  constructor(branches: readonly Branch[]) {
    const parents = countParents(branches);
    for (const branch of branches) {
      const byChild = this.#byWishAndChild.get(branch.wish.id) ?? new Map<number, Branch[]>();
      this.#byWishAndChild.set(branch.wish.id, byChild);
      const child = rarestChild(branch, parents);
      const alike = byChild.get(child);
      if (alike) alike.push(branch);
      else byChild.set(child, [branch]);
    }
  }

  candidates(wishes: readonly Wish[], children: readonly Group[]): Branch[] {
    if (wishes.length === 0) return [];
    const present = new Set(children.flatMap(({ branches }) => branches.map(({ id }) => id)));
    present.add(NO_CHILD);
    const found = wishes.flatMap(({ id }) => {
      const byChild = this.#byWishAndChild.get(id) ?? new Map<number, Branch[]>();
      return sharedKeys(byChild, present).flatMap((child) => byChild.get(child) ?? []);
    });
    return found.toSorted((one, other) => one.id - other.id);
  }
}

/** Walks the smaller side: either can be very large while the other is not. */
function sharedKeys(byChild: ReadonlyMap<number, unknown>, present: ReadonlySet<number>): number[] {
  return byChild.size < present.size
    ? [...byChild.keys()].filter((child) => present.has(child))
    : [...present].filter((child) => byChild.has(child));
}

function countParents(branches: readonly Branch[]): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  for (const { places } of branches) {
    for (const { branch } of places.list) {
      parents.set(branch.id, (parents.get(branch.id) ?? 0) + 1);
    }
  }
  return parents;
}

function rarestChild({ places }: Branch, parents: ReadonlyMap<number, number>): number {
  const needed = places.list.filter(({ min }) => min > 0).map(({ branch }) => branch.id);
  const rarity = (id: number) => parents.get(id) ?? 0;
  return needed.toSorted((one, other) => rarity(one) - rarity(other))[0] ?? NO_CHILD;
}
