import { context, ROOT_CONTEXT, SpanKind, trace, type SpanContext } from '@opentelemetry/api';

interface Message {
  readonly orderId: string;
  readonly sender: SpanContext | undefined;
}

const outbox = new Set<Message>();

/** Notes that a receipt has to be sent. It goes out later, long after the customer has left. */
export function leaveReceipt(orderId: string): void {
  outbox.add({ orderId, sender: trace.getSpanContext(context.active()) });
}

/** Sends what has gathered since the last time, one after the other. */
export function sendReceipts(): void {
  for (const message of outbox) {
    outbox.delete(message);
    sendReceipt(message);
  }
}

function sendReceipt({ orderId, sender }: Message): void {
  const options = { kind: SpanKind.CONSUMER, attributes: { 'shop.order.id': orderId } };
  const span = trace.getTracer('shop').startSpan('send receipts', options, ROOT_CONTEXT);
  if (sender !== undefined) span.addLink({ context: sender });
  span.end();
}
