import type { Group } from './matching.ts';
import type { Branch, Wish } from './shape-plan.ts';

/** Stands in for the child of a branch that needs none. */
const NO_CHILD = -1;

/** Up to so many branches are tried one by one. */
const FEW = 8;

/**
 * Finds the branches that a span may fit by what the span is asked to be and, where many ask the
 * same, by one child that the branch cannot do without: the one that the fewest branches share.
 */
export class BranchIndex {
  readonly #byWish: Branch[][] = [];
  readonly #byChild = new Map<number, ReadonlyMap<number, Branch[]>>();

  constructor(branches: readonly Branch[]) {
    for (const branch of branches) (this.#byWish[branch.wish.id] ??= []).push(branch);
    const parents = countParents(branches);
    for (const [wish, alike] of this.#byWish.entries()) {
      if (alike.length <= FEW) continue;
      this.#byChild.set(
        wish,
        Map.groupBy(alike, (branch) => rarestChild(branch, parents)),
      );
    }
  }

  candidates(wishes: readonly Wish[], children: readonly Group[]): readonly Branch[] {
    const [only] = wishes;
    if (only === undefined) return [];
    if (wishes.length === 1) return this.#candidatesFor(only, children);
    return wishes
      .flatMap((wish) => this.#candidatesFor(wish, children))
      .toSorted((one, other) => one.id - other.id);
  }

  #candidatesFor({ id }: Wish, children: readonly Group[]): readonly Branch[] {
    const byChild = this.#byChild.get(id);
    if (!byChild) return this.#byWish[id] ?? [];
    const present = children.flatMap(({ branches }) => branches.map((branch) => branch.id));
    const keys = sharedKeys(byChild, new Set([NO_CHILD, ...present]));
    return keys.flatMap((child) => byChild.get(child) ?? []);
  }
}

/** Walks the smaller side: either can be very large while the other is not. */
function sharedKeys(byChild: ReadonlyMap<number, unknown>, present: ReadonlySet<number>): number[] {
  return byChild.size < present.size
    ? [...byChild.keys()].filter((child) => present.has(child))
    : [...present].filter((child) => byChild.has(child));
}

/** How many branches draw each branch beneath them, by its id. */
function countParents(branches: readonly Branch[]): readonly number[] {
  const parents = branches.map(() => 0);
  for (const { places } of branches) {
    for (const { branch } of places.list) parents[branch.id] = (parents[branch.id] ?? 0) + 1;
  }
  return parents;
}

function rarestChild({ places }: Branch, parents: readonly number[]): number {
  let rarest = NO_CHILD;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { min, branch } of places.list) {
    const count = parents[branch.id] ?? 0;
    if (min === 0 || count >= fewest) continue;
    rarest = branch.id;
    fewest = count;
  }
  return rarest;
}
