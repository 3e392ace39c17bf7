/** A place that takes a number of spans. */
export interface Demand {
  readonly min: number;
  readonly max: number;
}

/** Spans that are all alike, and the demands, by index, that any of them meets. */
export interface Supply {
  readonly size: number;
  readonly fits: readonly number[];
}

export interface Assignment {
  /** Of each demand, how many it took. */
  readonly taken: readonly number[];
  /** Of each supply, what no demand took. */
  readonly left: readonly number[];
}

/**
 * Gives as many demands their minimum as can be, then places as many of the remaining spans as can be.
 * Augmenting paths never take a span away from a demand without giving another, so the second step
 * cannot undo the first.
 */
export function assign(supplies: readonly Supply[], demands: readonly Demand[]): Assignment {
  if (supplies.every(({ fits }) => fits.length < 2)) return assignPlainly(supplies, demands);
  const network = new Network(supplies, demands.length);
  network.fill(demands.map(({ min }) => min));
  network.fill(demands.map(({ max }) => max));
  return network;
}

/** Where nobody has a choice, there is nothing to weigh. */
function assignPlainly(supplies: readonly Supply[], demands: readonly Demand[]): Assignment {
  const taken = demands.map(() => 0);
  const left = supplies.map(({ size, fits: [demand] }) => {
    if (demand === undefined) return size;
    const before = taken[demand] ?? 0;
    const amount = Math.min(size, (demands[demand]?.max ?? 0) - before);
    taken[demand] = before + amount;
    return size - amount;
  });
  return { taken, left };
}

/** From a supply, along demands that are full, back to the supplies that filled them. */
interface Step {
  readonly supply: number;
  readonly demand: number;
  readonly before: Step | undefined;
}

class Network implements Assignment {
  readonly taken: number[];
  readonly left: number[];
  readonly #given: Map<number, number>[];
  readonly #supplies: readonly Supply[];
  readonly #takers: Set<number>[];

  constructor(supplies: readonly Supply[], demands: number) {
    this.#supplies = supplies;
    this.#given = supplies.map(() => new Map<number, number>());
    this.left = supplies.map(({ size }) => size);
    this.taken = Array.from({ length: demands }, () => 0);
    this.#takers = Array.from({ length: demands }, () => new Set<number>());
  }

  fill(limits: readonly number[]): void {
    // A search that failed stays failed for whatever it touched: no later path helps it.
    const deadEnds = new Set<number>();
    for (const supply of this.#pickiestFirst()) {
      while ((this.left[supply] ?? 0) > 0) {
        const path = this.#findRoom(supply, limits, deadEnds);
        if (!path) break;
        this.#shift(supply, path, limits);
      }
    }
  }

  #pickiestFirst(): number[] {
    const choices = (supply: number) => this.#supplies[supply]?.fits.length ?? 0;
    return [...this.#supplies.keys()].toSorted((one, other) => choices(one) - choices(other));
  }

  #findRoom(start: number, limits: readonly number[], deadEnds: Set<number>): Step | undefined {
    const seen = new Set<number>();
    const waiting: { supply: number; before: Step | undefined }[] = [
      { supply: start, before: undefined },
    ];
    for (const { supply, before } of waiting) {
      for (const demand of this.#supplies[supply]?.fits ?? []) {
        if (seen.has(demand) || deadEnds.has(demand)) continue;
        seen.add(demand);
        const step = { supply, demand, before };
        if ((this.taken[demand] ?? 0) < (limits[demand] ?? 0)) return step;
        for (const taker of this.#takers[demand] ?? []) {
          waiting.push({ supply: taker, before: step });
        }
      }
    }
    for (const demand of seen) deadEnds.add(demand);
    return undefined;
  }

  #shift(start: number, path: Step, limits: readonly number[]): void {
    const amount = this.#amountAlong(start, path, limits);
    this.left[start] = (this.left[start] ?? 0) - amount;
    this.taken[path.demand] = (this.taken[path.demand] ?? 0) + amount;
    for (let step: Step | undefined = path; step; step = step.before) {
      this.#give(step.supply, step.demand, amount);
      if (step.before) this.#give(step.supply, step.before.demand, -amount);
    }
  }

  #amountAlong(start: number, path: Step, limits: readonly number[]): number {
    let amount = (limits[path.demand] ?? 0) - (this.taken[path.demand] ?? 0);
    for (let step: Step | undefined = path; step?.before; step = step.before) {
      amount = Math.min(amount, this.#given[step.supply]?.get(step.before.demand) ?? 0);
    }
    return Math.min(amount, this.left[start] ?? 0);
  }

  #give(supply: number, demand: number, amount: number): void {
    const given = this.#given[supply];
    const total = (given?.get(demand) ?? 0) + amount;
    if (total > 0) {
      given?.set(demand, total);
      this.#takers[demand]?.add(supply);
    } else {
      given?.delete(demand);
      this.#takers[demand]?.delete(supply);
    }
  }
}
