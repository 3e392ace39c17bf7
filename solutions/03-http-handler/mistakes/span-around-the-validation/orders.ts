import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ask } from './ask.ts';
import { Refusal } from './errors.ts';
import type { Route } from './routes.ts';

const tracer = trace.getTracer('gateway/orders');

export interface Services {
  /** Base URL of the inventory, whose database knows every order. */
  readonly inventory: string;
  /** Base URL of payment, which talks to the bank. */
  readonly payment: string;
}

/** What the gateway does for an order. */
export function ordersOf({ inventory, payment }: Services): Route[] {
  const findOrder = (id: string): Promise<unknown> =>
    inSpan('find order', () => ask('find order', `${inventory}/orders/${id}`));
  return [
    { method: 'GET', path: '/orders/:id', work: findOrder },
    {
      method: 'POST',
      path: '/orders/:id/payment',
      work: (id, body) =>
        inSpan('charge card', async () => {
          const card = cardIn(body);
          const order = await findOrder(id);
          return ask('charge card', `${payment}/charges`, { card, order });
        }),
    },
  ];
}

async function inSpan(name: string, work: () => Promise<unknown>): Promise<unknown> {
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT });
  try {
    return await work();
  } catch (thrown) {
    span.recordException(String(thrown));
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw thrown;
  } finally {
    span.end();
  }
}

/** Looks at what the client sent before anybody is bothered with it. */
function cardIn(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && 'card' in body && typeof body.card === 'string') return body.card;
  throw new Refusal(400, 'the body must name a card');
}
