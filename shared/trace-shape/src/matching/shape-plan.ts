import type { Count } from '../shape/count.ts';
import { nameRule } from '../rules/basic-rules.ts';
import type { FieldRule } from '../rules/field-rule.ts';
import type { NameMatcher } from '../shape/matcher.ts';
import { KeyTree } from './key-tree.ts';
import { postOrder } from './post-order.ts';
import type { Shape } from '../shape/shape.ts';
import { spanRules } from '../rules/span-rules.ts';
import type { SpanShape } from '../shape/span-shape.ts';

/** What is asked of a span by itself. Shapes that ask for the same share one. */
export interface Wish {
  readonly id: number;
  readonly rules: readonly FieldRule[];
}

/** A span with all beneath it. Equal subtrees share one, however often they are drawn. */
export interface Branch {
  readonly id: number;
  readonly shape: SpanShape;
  readonly wish: Wish;
  readonly places: Places;
}

/** How many of a branch belong under one parent. */
export interface Place extends Count {
  readonly branch: Branch;
}

export interface Places {
  readonly list: readonly Place[];
  /** The place of a branch, by the branch's id. */
  readonly indexOf: ReadonlyMap<number, number>;
  readonly open: boolean;
  /** The fewest children that fill every place. */
  readonly fewest: number;
}

/** A shape made ready for matching. */
export interface ShapePlan {
  readonly wishes: readonly Wish[];
  readonly branches: readonly Branch[];
  readonly tops: Places;
}

/** A shape is written once and held against many traces. */
const plans = new WeakMap<Shape, ShapePlan>();

export function planOf(shape: Shape): ShapePlan {
  const plan = plans.get(shape) ?? new Planner(shape).plan();
  plans.set(shape, plan);
  return plan;
}

class Planner {
  readonly #shape: Shape;
  readonly #wishes: Wish[] = [];
  readonly #wishTree = new KeyTree<Wish>();
  readonly #branches: Branch[] = [];
  readonly #forks = new Map<string, Branch>();
  /** By the id of the wish. */
  readonly #leaves = new Map<Places, Branch[]>();
  readonly #nameRules = new Map<NameMatcher, FieldRule>();

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  plan(): ShapePlan {
    const inner = new Map<SpanShape, Branch>();
    const children = this.#shape.spans.flatMap((top) => top.children);
    for (const shape of postOrder(children, (parent) => parent.children)) {
      inner.set(shape, this.#branchOf(shape, inner, false));
    }
    const tops = new Map(
      this.#shape.spans.map((top) => [top, this.#branchOf(top, inner, true)] as const),
    );
    return {
      tops: placesOf(this.#shape.spans, tops, this.#shape.open),
      wishes: this.#wishes,
      branches: this.#branches,
    };
  }

  #branchOf(shape: SpanShape, inner: ReadonlyMap<SpanShape, Branch>, isTop: boolean): Branch {
    const wish = this.#wishOf(shape, isTop);
    const places = placesOf(shape.children, inner, shape.open || this.#shape.open);
    return places.list.length === 0
      ? this.#leafOf(shape, wish, places)
      : this.#forkOf(shape, wish, places);
  }

  #leafOf(shape: SpanShape, wish: Wish, places: Places): Branch {
    const leaves = this.#leaves.get(places) ?? [];
    this.#leaves.set(places, leaves);
    return (leaves[wish.id] ??= this.#newBranch(shape, wish, places));
  }

  #forkOf(shape: SpanShape, wish: Wish, places: Places): Branch {
    const key = `${wish.id}${places.open ? ' open' : ''} ${placesKey(places)}`;
    const fork = this.#forks.get(key) ?? this.#newBranch(shape, wish, places);
    this.#forks.set(key, fork);
    return fork;
  }

  #newBranch(shape: SpanShape, wish: Wish, places: Places): Branch {
    const branch = { id: this.#branches.length, shape, wish, places };
    this.#branches.push(branch);
    return branch;
  }

  #wishOf(shape: SpanShape, isTop: boolean): Wish {
    const rules = spanRules(this.#nameRuleOf(shape.name), shape.fields, isTop);
    let found = this.#wishTree;
    for (const { field, identity } of rules) found = found.under(field).under(identity);
    return (found.value ??= this.#newWish(rules));
  }

  #newWish(rules: readonly FieldRule[]): Wish {
    const wish = { id: this.#wishes.length, rules };
    this.#wishes.push(wish);
    return wish;
  }

  #nameRuleOf(name: NameMatcher): FieldRule {
    const rule = this.#nameRules.get(name) ?? nameRule(name);
    this.#nameRules.set(name, rule);
    return rule;
  }
}

const noPlaces = { list: [], indexOf: new Map<number, number>(), fewest: 0 };
const closedLeaf: Places = { ...noPlaces, open: false };
const openLeaf: Places = { ...noPlaces, open: true };

function placesOf(
  shapes: readonly SpanShape[],
  branches: ReadonlyMap<SpanShape, Branch>,
  open: boolean,
): Places {
  if (shapes.length === 0) return open ? openLeaf : closedLeaf;
  const byBranch = new Map<Branch, Place>();
  for (const shape of shapes) {
    const branch = branches.get(shape);
    if (!branch) continue;
    const { min, max } = byBranch.get(branch) ?? { min: 0, max: 0 };
    byBranch.set(branch, { branch, min: min + shape.count.min, max: max + shape.count.max });
  }
  const list = [...byBranch.values()];
  const indexOf = new Map(list.map(({ branch }, index) => [branch.id, index]));
  return { list, indexOf, open, fewest: list.reduce((sum, { min }) => sum + min, 0) };
}

function placesKey({ list }: Places): string {
  return list
    .map(({ branch, min, max }) => `${branch.id}:${min}-${max}`)
    .toSorted()
    .join();
}
