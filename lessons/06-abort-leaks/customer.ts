import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { comesWithin } from './patience.ts';

/** A customer who has sent an order and waits for the answer. */
export class Customer {
  readonly #call: ClientRequest;
  readonly #answer: Promise<IncomingMessage>;

  constructor(gateway: string, orderId: string) {
    const options = { method: 'POST', agent: false };
    this.#call = request(`${gateway}/orders/${orderId}`, options);
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    this.#answer = promise;
    this.#answer.catch(() => {});
    this.#call.once('response', resolve).on('error', reject);
    this.#call.end();
  }

  /** The status of the answer; 0 where none comes in so many turns, and then the customer leaves. */
  async status(turns: number): Promise<number> {
    const hasCome = await comesWithin(turns, this.#answer);
    const answer = hasCome ? await this.#answer.catch(() => undefined) : undefined;
    answer?.resume();
    if (!hasCome) this.leave();
    return answer?.statusCode ?? 0;
  }

  /** Closes the connection without waiting any longer. */
  leave(): void {
    this.#call.destroy();
  }
}
