import type { Scenario } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { Meeting, openShop, type Subject } from './shop.ts';

/** A customer looks at an order; then two customers pay, so that their requests overlap. */
export const paid: Scenario<Subject, Inputs> = async (run) => {
  const { orderId, paidIds, receipt } = run.inputs;
  const [atInventory, atPayment] = [new Meeting(2), new Meeting(2)];
  await using shop = await openShop(run, {
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
export const refused: Scenario<Subject, Inputs> = async (run) => {
  const { orderId, badBody, strayPath } = run.inputs;
  await using shop = await openShop(run);
  await shop.visit('badBody', `/orders/${orderId}/payment`, { method: 'POST', body: badBody });
  await shop.visit('strayPath', strayPath);
};

/** Payment cannot help two customers: it answers one with an error and hangs up on the other. */
export const failed: Scenario<Subject, Inputs> = async (run) => {
  const { paidIds, hangsUpFirst, trouble, troubleStatus } = run.inputs;
  let charges = 0;
  await using shop = await openShop(run, {
    charge: (request, response) => {
      charges += 1;
      if (hangsUpFirst === (charges === 1)) request.destroy();
      else response.writeHead(troubleStatus).end(trouble);
    },
  });
  for (const [index, id] of paidIds.entries()) await shop.pay(`pay${index}`, id);
};

/** A customer closes the page while payment is still thinking. */
export const goneAway: Scenario<Subject, Inputs> = async (run) => {
  const { orderId, receipt } = run.inputs;
  const page = new AbortController();
  const gone = Promise.withResolvers<void>();
  await using shop = await openShop(run, {
    charge: async () => {
      page.abort();
      await gone.promise;
      return { receipt };
    },
  });
  gone.resolve(shop.nextDeparture());
  await shop.pay('pay', orderId, page.signal);
};
