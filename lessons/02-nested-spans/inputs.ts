import type { Random } from '@tracelings/lesson-kit';

/** What one run is given. */
export interface Inputs {
  readonly orders: readonly OrderInput[];
  /** The place in `orders` of the one that asks for something that is not there. */
  readonly shortPlace: number;
}

export interface OrderInput {
  readonly orderId: string;
  /** What was ordered, one article number an item. */
  readonly items: readonly string[];
  /** What the hall numbers the parcel. */
  readonly parcel: string;
}

const ORDERS = 3;

export function drawInputs(random: Random): Inputs {
  return {
    orders: Array.from({ length: ORDERS }, () => drawOrder(random)),
    shortPlace: random.integer(0, ORDERS - 1),
  };
}

function drawOrder(random: Random): OrderInput {
  const count = random.integer(2, 3);
  const drawItem = (): string => random.id(random.pick(['kite', 'tail', 'reel']));
  return {
    orderId: random.id('order'),
    items: Array.from({ length: count }, drawItem),
    parcel: random.id('parcel'),
  };
}
