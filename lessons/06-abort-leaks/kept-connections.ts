import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { becomesTrue } from './patience.ts';

const CONNECTIONS = 5;
/** How many turns may go by without another answer. */
const PATIENCE = 200;

/**
 * Sends so many orders over a few connections that are kept, each after the other as fast as the
 * gateway takes them, and tells how many were answered.
 */
export async function sendOrders(gateway: string, orderId: string, count: number): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => dial(gateway)));
  const answers = sockets.map(countAnswers);
  for (let number = 0; number < count; number += 1) {
    sockets[number % CONNECTIONS]?.write(requestFor(`${orderId}-${number}`));
  }
  const answered = (): number => answers.reduce((sum, one) => sum + one.count, 0);
  for (let before = -1; before < answered() && answered() < count;) {
    before = answered();
    await becomesTrue(PATIENCE, () => answered() > before);
  }
  for (const socket of sockets) socket.destroy();
  return answered();
}

async function dial(gateway: string): Promise<Socket> {
  const { hostname, port } = new URL(gateway);
  const socket = connect(Number(port), hostname)
    .setNoDelay(true)
    .on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

const requestFor = (orderId: string): string =>
  `POST /orders/${orderId} HTTP/1.1\r\nhost: shop\r\ncontent-length: 0\r\n\r\n`;

/** Answers without a body, so that each is one status line and some headers. */
function countAnswers(socket: Socket): { count: number } {
  const answers = { count: 0 };
  let rest = '';
  socket.setEncoding('latin1').on('data', (text) => {
    const parts = (rest + String(text)).split('HTTP/1.1 ');
    answers.count += parts.length - 1;
    rest = (parts.at(-1) ?? '').slice(-8);
  });
  return answers;
}
