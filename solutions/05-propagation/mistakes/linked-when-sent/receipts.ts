import { context, SpanKind, trace, type Link } from '@opentelemetry/api';

const tracer = trace.getTracer('shop');

const outbox: string[] = [];

/** Notes that a receipt has to be sent. It goes out later, long after the customer has left. */
export function leaveReceipt(orderId: string): void {
  outbox.push(orderId);
}

/** Sends what has gathered since the last time, in one go. */
export function sendReceipts(): void {
  const orderIds = outbox.splice(0);
  if (orderIds.length === 0) return;
  const spanContext = trace.getSpanContext(context.active());
  const links: Link[] = spanContext === undefined ? [] : [{ context: spanContext }];
  const span = tracer.startSpan('send receipts', { kind: SpanKind.CONSUMER, root: true, links });
  span.setAttribute('messaging.batch.message_count', orderIds.length);
  span.end();
}
