import type { Random } from '@tracelings/lesson-kit';
import { drawTraceId, placesAround } from './trace-ids.ts';

/** A request that begins a trace, with the id that the trace will have. */
export interface Beginning {
  /** Method and path: `POST /orders/order-7f3a09c1`. */
  readonly request: string;
  readonly traceId: string;
}

/** A request with a traceparent. */
export interface Call extends Beginning {
  readonly spanId: string;
  readonly isSampled: boolean;
}

/** What one run is given. */
export interface Inputs {
  /** Customers look at kites, and on the way at a page whose path begins like a health check's. */
  readonly visits: readonly Beginning[];
  readonly refunds: readonly Beginning[];
  /** Health checks, which the three services get in turn. */
  readonly probes: readonly Beginning[];
  /** A path that no route fits. */
  readonly stray: Beginning;
  /** Orders that come straight from customers. */
  readonly orders: readonly Beginning[];
  /** Requests that come out of a partner's traces. */
  readonly calls: readonly Call[];
  /** Ids for traces that nobody is expected to begin. */
  readonly spareIds: readonly string[];
}

/** What a tenth keeps, and what it does not, of places from 0 to 1. */
const [WELL_KEPT, WELL_DROPPED] = [0.04, 0.6];

/** The share that a subject is asked to keep. */
export const TENTH = 0.1;

/** How many customers visit each page. */
const VISITS = { kites: 100, readyToFly: 50 };

export function drawInputs(random: Random): Inputs {
  const begin = (request: string, place: number): Beginning => ({
    request,
    traceId: drawTraceId(random, place),
  });
  const call = (request: string, isSampled: boolean): Call => ({
    ...begin(request, isSampled ? WELL_DROPPED : WELL_KEPT),
    spanId: random.hex(16),
    isSampled,
  });
  const visits = [
    ...placesAround(TENTH, VISITS.kites).map((place) =>
      begin(`GET /kites/${random.id('kite')}`, place),
    ),
    ...placesAround(TENTH, VISITS.readyToFly).map((place) =>
      begin(`GET /ready-to-fly?from=${random.id('ad')}`, place),
    ),
  ];
  return {
    visits: random.shuffle(visits),
    refunds: [1, 2, 3].map(() => begin(`POST /refunds/${random.id('order')}`, WELL_DROPPED)),
    probes: [1, 2, 3, 4, 5, 6].map(() => begin(`GET /ready?pod=${random.id('pod')}`, WELL_KEPT)),
    stray: begin(`GET /${random.pick(['wp-login', 'admin'])}/${random.hex(8)}`, WELL_KEPT),
    orders: [WELL_KEPT, WELL_DROPPED].map((place) =>
      begin(`POST /orders/${random.id('order')}`, place),
    ),
    calls: random.shuffle(
      [true, false].flatMap((isSampled) => [
        call(`GET /kites/${random.id('kite')}`, isSampled),
        call(`POST /orders/${random.id('order')}`, isSampled),
        call(`POST /refunds/${random.id('order')}`, isSampled),
      ]),
    ),
    spareIds: [1, 2, 3, 4, 5, 6, 7, 8].map(() => drawTraceId(random, WELL_DROPPED)),
  };
}
