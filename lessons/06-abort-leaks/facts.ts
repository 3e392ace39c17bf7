import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Run } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';

export type ShopRun = Run<Inputs>;

export const ORDER_SPAN = 'POST /orders/:id';
export const CHARGE_SPAN = 'charge card';

/** The orders whose customers left before they had an answer. */
export function leftOrders({ inputs }: ShopRun): string[] {
  return [inputs.leftAtOnce, inputs.leftLater];
}

/** A fact that the scenario left under this name about each of some orders, or of a whole day. */
export function factOf(
  run: ShopRun,
  name: 'released' | 'answers' | 'longDay',
  orderId: string,
): unknown {
  const facts = run.evidence.observed[name];
  const [, fact] = Object.entries(facts ?? {}).find(([id]) => id === orderId) ?? [];
  return fact;
}

/** The first of some orders that was answered; all the others were tries that said nothing. */
export function answered(run: ShopRun, orderIds: readonly string[]): string | undefined {
  return orderIds.find((orderId) => factOf(run, 'answers', orderId) !== undefined);
}

/** How often the notifier was asked for a letter about an order. */
export function lettersFor(run: ShopRun, orderId: string): number {
  return countIn(run, 'letters', orderId);
}

/** How often payment was asked about an order after a call about it had been given up. */
export function callsAfterTheEnd(run: ShopRun, orderId: string): number {
  return countIn(run, 'askedAgain', orderId);
}

function countIn({ evidence }: ShopRun, name: string, orderId: string): number {
  const orderIds = evidence.observed[name];
  return Array.isArray(orderIds) ? orderIds.filter((id) => id === orderId).length : 0;
}

/** Throws unless the shop was open and customers came. */
export function requireOpenShop({ evidence }: ShopRun, sought: string): void {
  if (evidence.observed['opened'] === true) return;
  throw new Explanation({
    sought,
    found: 'no shop: the gateway was not opened, so no customer came',
    next: 'let startGateway() in src/main.ts open the server, as it does in the starter',
    kind: 'nothing',
  });
}

/** The span of an order, among these. */
export function orderSpan(spans: readonly Span[], orderId: string): Span {
  const found = spans.find(
    (span) => span.kind === 'server' && span.attributes['shop.order.id'] === orderId,
  );
  if (found !== undefined) return found;
  throw new Explanation({
    sought: `a server span \`${ORDER_SPAN}\` with \`shop.order.id\` = "${orderId}"`,
    found: `none among ${spans.length} spans`,
    because: 'the span that the starter makes for an order was removed, or never delivered',
    next: `in src/orders.ts, let inSpan('${ORDER_SPAN}', …) run the order's work, with its attributes`,
    kind: 'missing',
  });
}

/** All spans of an order, the server span first. */
export function spansOfOrder(run: ShopRun, orderId: string): Span[] {
  const top = orderSpan(run.trace.spans, orderId);
  const others = run.trace.spans.filter((span) => span.traceId === top.traceId && span !== top);
  return [top, ...others];
}

/** Each span that was started, as it was last seen. */
export function knownSpans({ evidence }: ShopRun): Span[] {
  return [...evidence.ended, ...evidence.open];
}

/** Whether something was done to a span that had ended; OpenTelemetry says it only to a logger. */
export function wasTouchedAfterEnd({ evidence }: ShopRun): boolean {
  return evidence.diagnostics.some(({ message }) => /ended span/i.test(message));
}

/** Whether a span says that its work was cancelled, by the attribute or by an event. */
export function saysCancelled(span: Span): boolean {
  const isMarked = span.attributes['shop.cancelled'] === true;
  return isMarked || span.events.some((event) => /cancel/i.test(event.name));
}
