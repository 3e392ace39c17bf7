import { once } from 'node:events';
import { createServer } from 'node:http';
import { spendADay } from './laptop.ts';
import { sendLetters } from './letters.ts';
import { takeOrder } from './orders.ts';
import type { Gateway, Letters, Shop } from './shop.ts';
import { startTracing } from './tracing.ts';

/** Opens the shop: takes orders and sends letters until `shop.closing` fires. */
export async function startGateway(shop: Shop): Promise<Gateway> {
  const provider = startTracing(shop.exporter);
  const letters: Letters = [];
  const server = createServer((request, response) => {
    const orderId = request.url?.replace('/orders/', '') ?? '';
    void takeOrder(orderId, response, shop, letters);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  shop.closing.addEventListener('abort', () => void server.close(), { once: true });

  const ends = [once(server, 'close'), sendLetters(letters, shop)];
  const closed = Promise.all(ends).then(() => provider.shutdown());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, closed };
}

if (import.meta.main) {
  await spendADay(startGateway);
}
