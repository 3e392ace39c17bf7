import { context, propagation, ROOT_CONTEXT, SpanKind, trace, type Link } from '@opentelemetry/api';
import { headerGetter, headerSetter } from './headers.ts';

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
  propagation.inject(context.active(), headers, headerSetter);
  outbox.push({ orderId, headers });
}

/** Sends what has gathered since the last time, in one go. */
export function sendReceipts(): void {
  const messages = outbox.splice(0);
  if (messages.length === 0) return;
  const links = messages.flatMap(linksOf);
  const span = tracer.startSpan('send receipts', { kind: SpanKind.CONSUMER, root: true, links });
  span.setAttribute('messaging.batch.message_count', messages.length);
  span.end();
}

function linksOf({ headers }: Message): Link[] {
  const sender = propagation.extract(ROOT_CONTEXT, headers, headerGetter);
  const spanContext = trace.getSpanContext(sender);
  return spanContext === undefined ? [] : [{ context: spanContext }];
}
