import { assign, type Assignment } from './assignment.ts';
import { BranchIndex } from './branch-index.ts';
import type { Branch, Places, ShapePlan } from './shape-plan.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { WishIndex } from './wish-index.ts';

/** Spans that fit exactly the same branches; nothing sets them apart in this shape. */
export interface Group {
  readonly branches: readonly Branch[];
  readonly spans: readonly Span[];
}

const noBranches: readonly Branch[] = [];
const noSpans: readonly Span[] = [];
const noGroups: readonly Group[] = [];

/**
 * Which spans fit which branches of a shape, whole subtree against whole subtree.
 *
 * Leaves are looked at first. A parent then sees its children as a few groups of equals, however
 * many they are, and no span is ever held against another one by one.
 */
export class Matching {
  readonly trace: Trace;
  readonly plan: ShapePlan;
  /** Roots and orphans. */
  readonly tops: readonly Span[];
  readonly #setOf = new Map<Span, readonly Branch[]>();
  /** Of those that have any. */
  readonly #children = new Map<Span, readonly Span[]>();
  readonly #sets = new Map<string, readonly Branch[]>();
  readonly #singles: (readonly Branch[])[];

  constructor(trace: Trace, plan: ShapePlan) {
    this.trace = trace;
    this.plan = plan;
    this.tops = trace.tops;
    this.#singles = Array.from({ length: plan.branches.length });
    const wishes = new WishIndex(plan.wishes);
    const branches = new BranchIndex(plan.branches);
    // A trace lists parents before children, so backwards the children come first.
    for (const span of trace.spans.toReversed()) {
      const children = trace.childrenOf(span);
      if (children.length > 0) this.#children.set(span, children);
      const groups = this.groupsOf(children);
      const fitting = branches
        .candidates(wishes.find(span, trace), groups)
        .filter((branch) => isFilled(branch.places, groups));
      this.#setOf.set(span, this.#shared(fitting));
    }
  }

  /** Whether the trace as a whole has the shape. */
  get isExact(): boolean {
    return isFilled(this.plan.tops, this.groupsOf(this.tops));
  }

  childrenOf(span: Span): readonly Span[] {
    return this.#children.get(span) ?? noSpans;
  }

  fits(span: Span, branch: Branch): boolean {
    return this.#setOf.get(span)?.includes(branch) ?? false;
  }

  groupsOf(spans: readonly Span[]): readonly Group[] {
    if (spans.length === 0) return noGroups;
    const bySet = new Map<readonly Branch[], Span[]>();
    for (const span of spans) {
      const branches = this.#setOf.get(span) ?? [];
      const group = bySet.get(branches);
      if (group) group.push(span);
      else bySet.set(branches, [span]);
    }
    return [...bySet].map(([branches, members]) => ({ branches, spans: members }));
  }

  /** Equal sets become the same array, so that they can be told apart by identity. */
  #shared(branches: readonly Branch[]): readonly Branch[] {
    const [only] = branches;
    if (only === undefined) return noBranches;
    if (branches.length === 1) return (this.#singles[only.id] ??= branches);
    const key = branches.map(({ id }) => id).join();
    const known = this.#sets.get(key) ?? branches;
    this.#sets.set(key, known);
    return known;
  }
}

/** Puts as many spans into places as can be. */
export function fill(places: Places, groups: readonly Group[]): Assignment {
  const supplies = groups.map(({ branches, spans }) => ({
    size: spans.length,
    fits: branches.flatMap(({ id }) => places.indexOf.get(id) ?? []),
  }));
  return assign(supplies, places.list);
}

function isFilled(places: Places, groups: readonly Group[]): boolean {
  const spans = groups.reduce((sum, group) => sum + group.spans.length, 0);
  if (spans < places.fewest) return false;
  if (places.list.length === 0) return places.open || spans === 0;
  const { taken, left } = fill(places, groups);
  const hasAll = places.list.every(({ min }, index) => (taken[index] ?? 0) >= min);
  return hasAll && (places.open || left.every((count) => count === 0));
}
