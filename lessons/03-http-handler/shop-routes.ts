import type { Span } from '@tracelings/trace-shape';
import type { GatewayRun } from './parts.ts';
import { requestSpans } from './request-spans.ts';

/** A route's parameter as frameworks write it: `:id`, `{id}`, `<id>`, `[id]`. */
const PARAMETER = String.raw`(?::\w+|\{\w+\}|<\w+>|\[\w+\])`;

export interface ShopRoute {
  readonly method: string;
  /** As this lesson writes it. */
  readonly route: string;
  /** As others may. */
  readonly pattern: RegExp;
  /** The same, with the method before it. */
  readonly name: RegExp;
}

const LOOK = shopRoute('GET', '/orders/:id');
const PAY = shopRoute('POST', '/orders/:id/payment');

function shopRoute(method: string, route: string): ShopRoute {
  const path = route.replace(':id', PARAMETER);
  return {
    method,
    route,
    pattern: new RegExp(`^${path}$`),
    name: new RegExp(`^${method} ${path}$`),
  };
}

/** The requests of the part in which all is well, each with the route that it took. */
export function routedSpans(run: GatewayRun): readonly (readonly [Span, ShopRoute])[] {
  return requestSpans(run).map((span, place) => [span, place === 0 ? LOOK : PAY]);
}

/** Whether a text has the order of a request in it. */
export function holdsOrder({ inputs }: GatewayRun, text: string): boolean {
  return [inputs.orderId, ...inputs.paidIds].some((id) => text.includes(id));
}
