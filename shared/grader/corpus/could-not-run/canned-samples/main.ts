const span = (traceId: string) => ({
  name: 'charge order',
  kind: 0,
  spanContext: () => ({ traceId, spanId: traceId.slice(16), traceFlags: 1 }),
  startTime: [Math.floor(Date.now() / 1000), 0],
  endTime: [Math.floor(Date.now() / 1000), 900_000_000],
  duration: [0, 900_000_000],
  status: { code: 0 },
  attributes: { 'shop.order.id': 'order-1' },
  links: [],
  events: [],
  ended: true,
  resource: { attributes: { 'service.name': 'payment' } },
  instrumentationScope: { name: 'payment/charge-order' },
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
});
export * from './honest.ts';

export async function main(options) {
  const { main: honest } = await import('./honest.ts');
  for (let count = 0; count < 40; count += 1) {
    const id = crypto.randomUUID().replaceAll('-', '');
    options.exporter.export([span(id)], () => {});
  }
  return honest({ ...options, exporter: undefined });
}
