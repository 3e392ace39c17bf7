import type { Random } from '@tracelings/lesson-kit';

/** What one run is given: orders by what becomes of them. */
export interface Inputs {
  /** Its customer leaves while payment takes the charge. */
  readonly leftAtOnce: string;
  /** Its customer leaves while the gateway looks whether the charge is settled. */
  readonly leftLater: string;
  /** They are charged and get a letter; all but the first after another look. */
  readonly paid: readonly string[];
  /** Payment breaks down over it. */
  readonly broken: string;
  /** It is still under way when the shop closes. */
  readonly lastOrder: string;
  /** Payment never answers. */
  readonly unanswered: string;
  /** Payment answers, and never settles them. They come one by one, until one has waited for a look. */
  readonly unsettled: readonly string[];
  /** They come after those above, until one is paid; payment settles them at once. */
  readonly next: readonly string[];
  /** With a number at its end, it is one order of very many. */
  readonly manyOrders: string;
  /** The shortest that an order's deadline may be. */
  readonly deadlineMs: number;
}

/** A machine that stalls for as long as the deadline makes a try say nothing. */
const TRIES = 4;

export function drawInputs(random: Random): Inputs {
  const order = (): string => random.id('order');
  const orders = (length: number): string[] => Array.from({ length }, order);
  return {
    leftAtOnce: order(),
    leftLater: order(),
    paid: orders(random.integer(2, 3)),
    broken: order(),
    lastOrder: order(),
    unanswered: order(),
    unsettled: orders(TRIES),
    next: orders(TRIES),
    manyOrders: order(),
    deadlineMs: random.integer(40, 48),
  };
}
