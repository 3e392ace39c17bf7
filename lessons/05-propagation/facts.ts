import { Explanation, renderTree, Trace } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Run } from '@tracelings/lesson-kit';
import type { Inputs, Order } from './inputs.ts';

export type ShopRun = Run<Inputs>;
export type ServiceName = 'gateway' | 'inventory' | 'payment';

/** The request that each service serves for an order, along the order's way. */
export const SERVED: Readonly<Record<ServiceName, string>> = {
  gateway: 'POST /orders',
  inventory: 'POST /reservations',
  payment: 'POST /payments',
};

/** The orders of the scenario without hostile ones. */
export function honestOrders({ inputs }: ShopRun): readonly Order[] {
  return [inputs.partnerOrder, ...inputs.customerOrders];
}

export function serviceOf(span: Span): string {
  const name = span.resource['service.name'];
  return typeof name === 'string' ? name : '';
}

/** The SERVER spans that say they worked on an order. */
export function workOn(run: ShopRun, orderId: string): Span[] {
  return run.trace.spans.filter(
    (span) => span.kind === 'server' && span.attributes['shop.order.id'] === orderId,
  );
}

/** The SERVER span in which a service worked on an order. */
export function workIn(run: ShopRun, service: ServiceName, orderId: string): Span {
  const spans = workOn(run, orderId).filter((span) => serviceOf(span) === service);
  const [span] = spans;
  if (span?.endTime !== undefined) return span;
  throw new Explanation({
    sought: `a SERVER span \`${SERVED[service]}\` from the service \`${service}\`, for ${orderId}`,
    found: span === undefined ? 'no such span' : `\`${span.name}\` was started and never ended`,
    because:
      'the span that inSpan() starts, with the attribute `shop.order.id`, is what the checks know ' +
      'an order by',
    next: `let ${service}.ts and serve.ts start, mark and end that span as they did at first`,
    spans,
    kind: span === undefined ? 'missing' : 'open',
  });
}

/** Whether a span is this one, or somewhere below it. */
export function isWithin(run: ShopRun, span: Span, top: Span): boolean {
  for (let at: Span | undefined = span; at !== undefined; at = run.trace.parentOf(at)) {
    if (at === top) return true;
  }
  return false;
}

/** A span and all below it, drawn. */
export function drawWithin(run: ShopRun, top: Span): string {
  return renderTree(new Trace(run.trace.spans.filter((span) => isWithin(run, span, top))));
}

/** All that is in the traces in which an order was worked on, drawn. */
export function drawTracesOf(run: ShopRun, orderId: string): string {
  const traceIds = new Set(workOn(run, orderId).map((span) => span.traceId));
  return renderTree(new Trace(run.trace.spans.filter((span) => traceIds.has(span.traceId))));
}
