import type { Random } from '@tracelings/lesson-kit';
import { drawHostileHeaders, type HostileHeaders } from './hostile-headers.ts';

/** An order as the gateway takes it. */
export interface Order {
  readonly orderId: string;
  readonly customerId: string;
  readonly euros: number;
}

/** What a partner's own tracing sends along. */
export interface Partner {
  readonly traceId: string;
  readonly spanId: string;
  /** Two vendors' entries, each in a `tracestate` header of its own, as proxies send them. */
  readonly states: readonly [string, string];
}

export type HostileOrder = Order & HostileHeaders;

/** What one run is given. */
export interface Inputs {
  /** An order that comes out of a partner's trace. */
  readonly partnerOrder: Order & { readonly partner: Partner };
  /** Orders that come straight from customers. */
  readonly customerOrders: readonly Order[];
  readonly hostileOrders: readonly HostileOrder[];
}

export function drawInputs(random: Random): Inputs {
  return {
    partnerOrder: { ...drawOrder(random), partner: drawPartner(random) },
    customerOrders: [drawOrder(random), drawOrder(random)],
    hostileOrders: drawHostileHeaders(random).map((headers) => ({
      ...drawOrder(random),
      ...headers,
    })),
  };
}

function drawOrder(random: Random): Order {
  return {
    orderId: random.id('order'),
    customerId: random.id('customer'),
    euros: random.integer(10, 99),
  };
}

function drawPartner(random: Random): Partner {
  return {
    traceId: random.hex(32),
    spanId: random.hex(16),
    states: [`${random.id('partner')}=${random.hex(8)}`, `${random.id('proxy')}=${random.hex(8)}`],
  };
}
