import type { Place } from '../matching/shape-plan.ts';
import type { FieldRule, Literal } from '../rules/field-rule.ts';
import { nameMatches } from '../rules/value.ts';
import type { Span } from '../span.ts';

interface Seat {
  readonly place: Place;
}

/** The seats that ask for a value of one field, by that value. */
interface Column<S> {
  readonly literal: Literal;
  readonly byValue: Map<string, S[]>;
}

/** So many comparisons are made one by one; beyond, only those that share a value. */
const MAX_COMPARISONS = 100_000;

/** A value that more places share than this does not tell them apart. */
const MAX_SHARED = 16;

/** The places of the right name that a span may have been meant for. */
export class LikelyPlaces<S extends Seat> {
  readonly #seats: readonly S[];
  readonly #isSmall: boolean;
  readonly #columns = new Map<string, Column<S>>();

  constructor(seats: readonly S[], spans: number) {
    this.#seats = seats;
    this.#isSmall = seats.length * spans <= MAX_COMPARISONS;
    if (this.#isSmall) return;
    for (const seat of seats) {
      for (const rule of seat.place.branch.wish.rules) this.#index(rule, seat);
    }
  }

  for(span: Span): S[] {
    const seats = this.#isSmall ? this.#seats : this.#sharing(span);
    return seats.filter(({ place }) => nameMatches(span.name, place.branch.shape.name));
  }

  #index({ field, literal }: FieldRule, seat: S): void {
    // The name is compared in any case.
    if (!literal || field === 'name') return;
    const column = this.#columns.get(field) ?? { literal, byValue: new Map<string, S[]>() };
    this.#columns.set(field, column);
    const seats = column.byValue.get(literal.value);
    if (seats) seats.push(seat);
    else column.byValue.set(literal.value, [seat]);
  }

  #sharing(span: Span): S[] {
    const found: S[] = [];
    for (const { literal, byValue } of this.#columns.values()) {
      const seats = byValue.get(literal.read(span)) ?? [];
      if (seats.length > MAX_SHARED) continue;
      for (const seat of seats) if (!found.includes(seat)) found.push(seat);
    }
    return found.length > 0 ? found : this.#seats.slice(0, MAX_SHARED);
  }
}
