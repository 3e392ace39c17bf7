import type { Stage } from '@tracelings/lesson-kit';
import { Answers, partsOf } from './answers.ts';
import { openBank } from './bank.ts';
import { HandedOutIds } from './handed-out-ids.ts';
import type { Beginning, Inputs } from './inputs.ts';
import type * as starter from './starter/main.ts';

export type Subject = typeof starter;
type Run = Stage<Subject, Inputs>;
type Shop = Awaited<ReturnType<Subject['main']>>;
type ServiceName = 'gateway' | 'inventory' | 'payment';

/** Opens the subject's shop, all of it in this process. */
export async function openShop(run: Run): Promise<Visitors> {
  const { subject, inputs, exporter, observe } = run;
  const idGenerator = new HandedOutIds(inputs.spareIds);
  const bank = await openBank(observe);
  const shop = await subject.main({ bank: bank.url, exporter, idGenerator });
  observe('sampling', shop.sampling);
  return new Visitors(observe, shop, idGenerator, bank.close);
}

/** All who come to the shop without a traceparent. They do not take the way over the network. */
class Visitors {
  readonly #observe: Run['observe'];
  readonly #shop: Shop;
  readonly #ids: HandedOutIds;
  readonly #closeBank: () => void;
  readonly #answers = new Answers();

  constructor(observe: Run['observe'], shop: Shop, ids: HandedOutIds, closeBank: () => void) {
    this.#observe = observe;
    this.#shop = shop;
    this.#ids = ids;
    this.#closeBank = closeBank;
  }

  async begin({ request, traceId }: Beginning, service: ServiceName = 'gateway') {
    this.#ids.offer(traceId);
    try {
      const { status } = await this.#shop[service].handle({ ...partsOf(request), headers: {} });
      this.#answers.note(request, status);
    } catch (error) {
      this.#answers.note(request, 500, String(error));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#answers.observe(this.#observe);
    await this.#shop.stop();
    this.#closeBank();
  }
}
