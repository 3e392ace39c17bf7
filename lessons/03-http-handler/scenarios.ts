import type { Scenario } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import type { Part } from './parts.ts';
import { Meeting } from './services.ts';
import { openShop, type Shop, type Subject } from './shop.ts';

type Visits = (shop: Shop, inputs: Inputs) => Promise<void>;

/**
 * A day at one gateway. What a program may break down at comes last, when there is evidence of all
 * the rest.
 */
export const day: Scenario<Subject, Inputs> = async (run) => {
  await using shop = await openShop(run);
  for (const [part, visits] of Object.entries(PARTS)) {
    run.observe('part', part);
    await visits(shop, run.inputs);
  }
};

/** A customer looks at an order; then two customers pay, so that their requests overlap. */
const paid: Visits = async (shop, { orderId, paidIds, receipt }) => {
  const [atInventory, atPayment] = [new Meeting(2), new Meeting(2)];
  shop.behave({
    findOrder: async ({ url = '' }) => {
      if (!url.endsWith(orderId)) await atInventory.join();
      return { url };
    },
    charge: async () => {
      await atPayment.join();
      return { receipt };
    },
  });
  await shop.visit('look', `/orders/${orderId}`);
  await Promise.all(paidIds.map((id, index) => shop.pay(`pay${index}`, id)));
};

/** A customer sends a body without a card, and a robot tries a path that leads nowhere. */
const refused: Visits = async (shop, { refusedId, badBody, strayPath }) => {
  shop.behave();
  await shop.visit('badBody', `/orders/${refusedId}/payment`, { method: 'POST' }, badBody);
  await shop.visit('strayPath', strayPath);
};

/** A customer closes the page while payment is still thinking. */
const goneAway: Visits = async (shop, { orderId, receipt }) => {
  const page = new AbortController();
  const gone = shop.nextDeparture();
  shop.behave({
    charge: async () => {
      page.abort();
      await gone;
      return { receipt };
    },
  });
  await shop.pay('pay', orderId, { signal: page.signal });
  await gone;
};

/** Payment cannot help two customers: it answers one with an error and hangs up on the other. */
const failed: Visits = async (shop, { paidIds, hangsUpFirst, trouble, troubleStatus }) => {
  let charges = 0;
  shop.behave({
    charge: async (request, response) => {
      charges += 1;
      // The gateway may break down at what comes now, and would take what is on its way along.
      await shop.delivered();
      if (hangsUpFirst === (charges === 1)) request.socket.destroy();
      else response.writeHead(troubleStatus).end(trouble);
    },
  });
  for (const [index, id] of paidIds.entries()) await shop.pay(`pay${index}`, id);
};

const PARTS: Readonly<Record<Part, Visits>> = { paid, refused, goneAway, failed };
