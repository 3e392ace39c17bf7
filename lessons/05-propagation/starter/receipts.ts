import { context, SpanKind, trace, type SpanOptions } from '@opentelemetry/api';

const tracer = trace.getTracer('shop');

interface Message {
  readonly orderId: string;
  /** What the message says besides, as a request's headers do. */
  readonly headers: Map<string, string>;
}

const outbox: Message[] = [];

/** Notes that a receipt has to be sent. It goes out later, long after the customer has left. */
export function leaveReceipt(orderId: string): void {
  const headers = new Map<string, string>();
  // TODO 7: A message travels as a request does. Note here which span leaves it.
  outbox.push({ orderId, headers });
}

/** Sends what has gathered since the last time, in one go. */
export function sendReceipts(): void {
  const messages = outbox.splice(0);
  if (messages.length === 0) return;

  // TODO 7: This work has several orders behind it, and a span has one parent at most. Keep the
  // trace of its own, and add a link to the span that left each message.
  const options: SpanOptions = { kind: SpanKind.CONSUMER };

  const span = tracer.startSpan('send receipts', options, context.active());
  span.setAttribute('messaging.batch.message_count', messages.length);
  span.end();
}
