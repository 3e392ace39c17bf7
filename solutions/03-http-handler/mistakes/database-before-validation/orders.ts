import { ask } from './ask.ts';
import { Refusal } from './errors.ts';
import type { Route } from './routes.ts';

export interface Services {
  /** Base URL of the inventory, whose database knows every order. */
  readonly inventory: string;
  /** Base URL of payment, which talks to the bank. */
  readonly payment: string;
}

/** What the gateway does for an order. */
export function ordersOf({ inventory, payment }: Services): Route[] {
  const findOrder = (id: string): Promise<unknown> =>
    ask('find order', `${inventory}/orders/${id}`);
  return [
    { method: 'GET', path: '/orders/:id', work: findOrder },
    {
      method: 'POST',
      path: '/orders/:id/payment',
      work: async (id, body) => {
        const order = await findOrder(id);
        const card = cardIn(body);
        return ask('charge card', `${payment}/charges`, { card, order });
      },
    },
  ];
}

/** Looks at what the client sent before anybody is bothered with it. */
function cardIn(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && 'card' in body && typeof body.card === 'string') return body.card;
  throw new Refusal(400, 'the body must name a card');
}
