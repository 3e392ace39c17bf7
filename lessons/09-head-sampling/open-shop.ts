import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Json, Stage } from '@tracelings/lesson-kit';
import { HandedOutIds } from './handed-out-ids.ts';
import type { Beginning, Call, Inputs } from './inputs.ts';
import type * as starter from './starter/main.ts';

export type Subject = typeof starter;
type Run = Stage<Subject, Inputs>;
type Shop = Awaited<ReturnType<Subject['main']>>;
type ServiceName = 'gateway' | 'inventory' | 'payment';

/** Opens the subject's shop, with a bank beside it that notes what reaches it. */
export async function openShop(run: Run): Promise<Visitors> {
  const { subject, inputs, exporter, observe } = run;
  const idGenerator = new HandedOutIds(inputs.spareIds);
  const bank = await openBank(observe);
  const shop = await subject.main({ bank: bank.url, exporter, idGenerator });
  observe('sampling', shop.sampling);
  return new Visitors(observe, shop, idGenerator, bank.close);
}

/** All who come to the shop. */
class Visitors {
  readonly #observe: Run['observe'];
  readonly #shop: Shop;
  readonly #ids: HandedOutIds;
  readonly #closeBank: () => void;
  readonly #answers: Record<string, Json> = {};

  constructor(observe: Run['observe'], shop: Shop, ids: HandedOutIds, closeBank: () => void) {
    this.#observe = observe;
    this.#shop = shop;
    this.#ids = ids;
    this.#closeBank = closeBank;
  }

  /** A request without any traceparent. */
  async begin({ request, traceId }: Beginning, service: ServiceName = 'gateway') {
    this.#ids.offer(traceId);
    try {
      const { status } = await this.#shop[service].handle({ ...partsOf(request), headers: {} });
      this.#note(request, status);
    } catch (error) {
      this.#note(request, 500, String(error));
    }
  }

  /** A request over the network, out of somebody's trace. */
  async send({ request, traceId, spanId, isSampled }: Call): Promise<void> {
    const { method, path } = partsOf(request);
    const headers = { traceparent: `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}` };
    const response = await fetch(`${this.#shop.gateway.url}${path}`, { method, headers });
    this.#note(request, response.status, await response.text());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#observe('answers', this.#answers);
    await this.#shop.stop();
    this.#closeBank();
  }

  #note(request: string, status: number, body = ''): void {
    this.#answers[request] = status < 500 ? { status } : { status, error: body };
  }
}

function partsOf(request: string): { method: string; path: string } {
  const [method = '', path = ''] = request.split(' ');
  return { method, path };
}

async function openBank(observe: Run['observe']) {
  const charges: Json[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    charges.push({ url, traceparent: headers['traceparent']?.toString() ?? null });
    observe('charges', [...charges]);
    response.end('"paid"');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
