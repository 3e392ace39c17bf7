import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { comesWithin } from './patience.ts';

/** With fewer it takes longer; with many more too much is alive when garbage is collected. */
const AT_A_TIME = 20;
/** How many turns may go by without another answer. */
const PATIENCE = 200;

/**
 * Sends so many orders over a connection that is kept, some at a time, as fast as the gateway takes
 * them, and tells how many were answered.
 */
export async function sendOrders(gateway: string, orderId: string, count: number): Promise<number> {
  const socket = await dial(gateway);
  const answers = new Answers(socket);
  for (let sent = 0; sent < count && answers.count === sent;) {
    const end = Math.min(sent + AT_A_TIME, count);
    let requests = '';
    for (; sent < end; sent += 1) requests += requestFor(`${orderId}-${sent}`);
    socket.write(requests);
    await answers.reach(end);
  }
  socket.destroy();
  return answers.count;
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

/** Counts answers without a body, each of which is one status line and some headers. */
class Answers {
  count = 0;
  #rest = '';
  #wanted = 0;
  #reached = Promise.withResolvers<void>();

  constructor(socket: Socket) {
    socket.setEncoding('latin1').on('data', (text) => this.#take(String(text)));
  }

  /** Resolves at so many answers, or when no more come. */
  async reach(wanted: number): Promise<void> {
    this.#wanted = wanted;
    this.#reached = Promise.withResolvers();
    for (let before = -1; before < this.count && this.count < wanted;) {
      before = this.count;
      await comesWithin(PATIENCE, this.#reached.promise);
    }
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('HTTP/1.1 ');
    this.count += parts.length - 1;
    this.#rest = (parts.at(-1) ?? '').slice(-8);
    if (this.count >= this.#wanted) this.#reached.resolve();
  }
}
