import type { Branch, Place, Places } from '../matching/shape-plan.ts';
import type { Span } from '../span.ts';

/** An expected span and the actual one that was meant for it, which differ in themselves or beneath. */
export interface Pair {
  /** `undefined` for the top, which stands for the trace. */
  readonly span: Span | undefined;
  /** `undefined` for the top. */
  readonly branch: Branch | undefined;
  readonly places: Places;
  /** The pair under which the shape draws this one. */
  readonly above: Pair | undefined;
  /** Whether the span was found under another parent than the shape draws. */
  readonly isMoved: boolean;
}

/** Spans that a place still lacks. */
export interface Lack {
  readonly pair: Pair;
  readonly place: Place;
  /** How many more are needed. */
  count: number;
}

/** A span that fills no place, with all beneath it. */
export interface Stray {
  readonly pair: Pair;
  readonly span: Span;
}

export interface Differences {
  /** Each after the one above it. */
  readonly pairs: Pair[];
  lacks: Lack[];
  strays: Stray[];
  /** Strays, and spans beneath them, that were paired after all. */
  readonly placed: Set<Span>;
}

export function pairOf(above: Pair, branch: Branch, span: Span, isMoved = false): Pair {
  return { span, branch, places: branch.places, above, isMoved };
}

/** Takes a span that was found elsewhere as one of those that were lacking. */
export function supply(differences: Differences, lack: Lack, span: Span, isMoved: boolean): Pair {
  lack.count -= 1;
  differences.placed.add(span);
  return pairOf(lack.pair, lack.place.branch, span, isMoved);
}

export function forgetSupplied(differences: Differences): void {
  differences.lacks = differences.lacks.filter(({ count }) => count > 0);
  differences.strays = differences.strays.filter(({ span }) => !differences.placed.has(span));
}

/** The branches from the top down to this pair. */
export function branchesTo(pair: Pair): Branch[] {
  const path: Branch[] = [];
  for (let at: Pair | undefined = pair; at; at = at.above) {
    if (at.branch) path.push(at.branch);
  }
  return path.toReversed();
}
