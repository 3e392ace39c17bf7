import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Bank, Order, Receipt } from './bank.ts';

const tracer = trace.getTracer('payment');

/** Asks the bank for an order's money. */
export async function chargeOrder(order: Order, bank: Bank): Promise<Receipt> {
  const span = tracer.startSpan('charge order', { attributes: { 'shop.order.id': order.id } });
  try {
    return await bank(order);
  } catch (error) {
    span.recordException(error instanceof Error ? error : String(error));
    span.setStatus({ code: SpanStatusCode.ERROR });
    return { orderId: order.id, reference: 'none' };
  } finally {
    span.end();
  }
}
