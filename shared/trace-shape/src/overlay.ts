import { align } from './difference/alignment.ts';
import type { Differences, Pair } from './difference/pairing.ts';
import { branchFacts } from './explaining/branch-facts.ts';
import { Matching } from './matching/matching.ts';
import { planOf, type Place, type Places } from './matching/shape-plan.ts';
import type { Shape } from './shape/shape.ts';
import { nameText, type SpanShape } from './shape/span-shape.ts';
import type { Span } from './span.ts';
import type { Trace } from './trace.ts';

/** A span that a shape draws, and what became of it. */
export interface ExpectedSpan {
  /** The name as text, or the pattern that it has to match. */
  readonly name: string;
  /** What else the shape says of it, a few words each: `server`, `at least 2`. */
  readonly facts: readonly string[];
  /**
   * `found`: there, where it belongs. `differs`: there, and something about it is not as drawn.
   * `moved`: there, under another parent. `missing`: not there, or not often enough.
   */
  readonly state: 'found' | 'differs' | 'moved' | 'missing';
  readonly children: readonly ExpectedSpan[];
}

/** All that differs between a trace and a shape, as data to draw the one over the other. */
export interface Overlay {
  /** The tree that the shape draws. */
  readonly expected: readonly ExpectedSpan[];
  /** Spans that are not there, under the span they belong to; without one they belong at the top. */
  readonly missing: readonly {
    readonly under?: Span;
    readonly name: string;
    readonly facts: readonly string[];
    readonly count: number;
  }[];
  /** Spans under the wrong parent, and the right one; without one they belong at the top. */
  readonly moved: readonly { readonly span: Span; readonly to?: Span }[];
  /** What a span has and what it should have, as phrases: `kind internal`. */
  readonly differing: readonly {
    readonly span: Span;
    readonly wanted: string;
    readonly had: string;
  }[];
  /** Spans that nobody asked for. What is beneath them is not listed. */
  readonly unexpected: readonly Span[];
}

/**
 * Lays a shape over a trace: what {@link compare} finds, but all of it, and as data. For pages that
 * draw; a message says one thing, and `compare` chooses it.
 *
 * Expected and actual spans are paired as `compare` does it, by the least difference. Takes as long.
 *
 * @example
 * ```ts
 * const { missing } = overlay(trace, shape([span('POST /orders', [span('charge card')])]));
 * for (const { name, under } of missing) console.log(`${name} under ${under?.name ?? 'nothing'}`);
 * ```
 */
export function overlay(trace: Trace, shape: Shape): Overlay {
  const strict = closed(shape);
  const plan = planOf(strict);
  const matching = new Matching(trace, plan);
  const differences = align(matching);
  const { pairs, lacks, strays } = differences;
  return {
    expected: expectedTree(plan.tops, differences, trace),
    missing: lacks.map(({ pair, place, count }) => ({ ...under(pair), ...labelOf(place), count })),
    moved: pairs.flatMap(({ span, isMoved, above }) =>
      span && isMoved ? [{ span, ...(above?.span && { to: above.span }) }] : [],
    ),
    differing: pairs.flatMap((pair) => differencesOf(pair, trace)),
    unexpected: strays.filter(({ pair }) => !isOpen(pair, shape)).map(({ span }) => span),
  };
}

/** What each closed shape was made of. */
const originals = new WeakMap<SpanShape, SpanShape>();
const strictShapes = new WeakMap<Shape, Shape>();

/**
 * Where others are welcome, a span under the wrong parent looks like one of them. So spans are paired
 * as if none were, and those that stay alone are welcome where the shape says so.
 */
function closed(shape: Shape): Shape {
  const known = strictShapes.get(shape);
  if (known) return known;
  const strict: Shape = { spans: shape.spans.map((span) => closedSpan(span)), open: false };
  strictShapes.set(shape, strict);
  return strict;
}

function closedSpan(original: SpanShape): SpanShape {
  const children = original.children.map((child) => closedSpan(child));
  const strict = { ...original, open: false, children };
  originals.set(strict, original);
  return strict;
}

function isOpen({ branch }: Pair, shape: Shape): boolean {
  const original = branch && originals.get(branch.shape);
  return shape.open || (original?.open ?? false);
}

function under({ span }: Pair): { under?: Span } {
  return span ? { under: span } : {};
}

function labelOf(place: Place): Pick<ExpectedSpan, 'name' | 'facts'> {
  return { name: nameText(place.branch.shape.name), facts: branchFacts(place) };
}

function differencesOf({ span, branch }: Pair, trace: Trace): Overlay['differing'] {
  if (!span || !branch) return [];
  const broken = branch.wish.rules.filter((rule) => !rule.passes(span, trace));
  return broken.map((rule) => {
    const { wanted, had } = rule.explain(span, trace);
    return { span, wanted, had };
  });
}

function expectedTree(tops: Places, differences: Differences, trace: Trace): ExpectedSpan[] {
  const below: ReadonlyMap<Pair | undefined, readonly Pair[]> = Map.groupBy(
    differences.pairs,
    ({ above }) => above,
  );
  const top = differences.pairs.find(({ branch }) => !branch);
  return tops.list.map((place) => expectedSpan(place, top));

  /** Without a pair above it, whatever is above fits exactly, and so does all beneath. */
  function expectedSpan(place: Place, above: Pair | undefined): ExpectedSpan {
    const pairs = above ? (below.get(above) ?? []) : [];
    const own = pairs.filter(({ branch }) => branch === place.branch);
    const lacking = differences.lacks.some((lack) => lack.pair === above && lack.place === place);
    const state = lacking ? 'missing' : stateOf(own, trace);
    const { list } = place.branch.places;
    const isGone = lacking && own.length === 0;
    const children = list.map((child) => (isGone ? gone(child) : expectedSpan(child, own[0])));
    return { ...labelOf(place), state, children };
  }
}

function stateOf(pairs: readonly Pair[], trace: Trace): ExpectedSpan['state'] {
  if (pairs.some(({ isMoved }) => isMoved)) return 'moved';
  return pairs.some((pair) => differencesOf(pair, trace).length > 0) ? 'differs' : 'found';
}

/** Where the parent is not there, its children cannot be in their place either. */
function gone(place: Place): ExpectedSpan {
  const children = place.branch.places.list.map((child) => gone(child));
  return { ...labelOf(place), state: 'missing', children };
}
