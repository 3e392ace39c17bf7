import { differenceCost } from './difference-cost.ts';
import { LikelyPlaces } from './likely-places.ts';
import { fill, type Matching } from '../matching/matching.ts';
import { pairOf, type Lack, type Pair, type Stray } from './pairing.ts';
import type { Place } from '../matching/shape-plan.ts';
import type { Span } from '../span.ts';

/** A place, how many spans it has, exact ones and others. */
interface Seat {
  readonly place: Place;
  present: number;
}

interface Choice {
  readonly span: Span;
  readonly seat: Seat;
  readonly cost: number;
}

/**
 * What differs among the children of a pair. Those that fit exactly are set aside; of the others, those
 * of the same name are paired, the likest first.
 */
export function pairChildren(
  matching: Matching,
  pair: Pair,
): { pairs: Pair[]; lacks: Lack[]; strays: Stray[] } {
  const children = pair.span ? matching.childrenOf(pair.span) : matching.tops;
  const groups = matching.groupsOf(children);
  const { taken, left } = fill(pair.places, groups);
  const seats = pair.places.list.map((place, index) => ({ place, present: taken[index] ?? 0 }));
  const leftover = groups.flatMap(({ spans }, index) => lastOf(spans, left[index] ?? 0));
  const chosen = chooseByName(matching, pair, leftover, seats);
  const paired = new Set(chosen.map(({ span }) => span));
  return {
    pairs: chosen.map(({ span, seat }) => pairOf(pair, seat.place.branch, span)),
    lacks: seats.flatMap((seat) => lackOf(pair, seat)),
    strays: leftover.filter((span) => !paired.has(span)).map((span) => ({ pair, span })),
  };
}

/** Of equals the earlier are taken for the ones that were meant. */
function lastOf(spans: readonly Span[], count: number): readonly Span[] {
  return spans.slice(spans.length - count);
}

function chooseByName(
  matching: Matching,
  pair: Pair,
  spans: readonly Span[],
  seats: readonly Seat[],
): Choice[] {
  const offered = seats.filter((seat) => hasRoom(seat, pair.places.open));
  const likely = new LikelyPlaces(offered, spans.length);
  const choices = spans.flatMap((span) =>
    likely.for(span).map((seat) => {
      return { span, seat, cost: differenceCost(matching, span, seat.place.branch) };
    }),
  );
  return takeCheapest(choices, pair.places.open);
}

function takeCheapest(choices: readonly Choice[], open: boolean): Choice[] {
  const paired = new Set<Span>();
  const taken: Choice[] = [];
  for (const choice of choices.toSorted((one, other) => one.cost - other.cost)) {
    if (paired.has(choice.span) || !hasRoom(choice.seat, open)) continue;
    choice.seat.present += 1;
    paired.add(choice.span);
    taken.push(choice);
  }
  return taken;
}

/** Where others are welcome, a span need not fill a place that has enough. */
function hasRoom({ place, present }: Seat, open: boolean): boolean {
  return present < (open ? place.min : place.max);
}

function lackOf(pair: Pair, { place, present }: Seat): Lack[] {
  return present < place.min ? [{ pair, place, count: place.min - present }] : [];
}
