import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Scenario, ServicesScenario, StartedService } from '@tracelings/lesson-kit';
import { Answers, partsOf } from './answers.ts';
import { openBank } from './bank.ts';
import { HandedOutIds } from './handed-out-ids.ts';
import type { Beginning, Call, Inputs } from './inputs.ts';
import { openShop, type Subject } from './open-shop.ts';

/** Every trace begins here: customers, refunds, and the platform that asks who is ready. */
export const rush: Scenario<Subject, Inputs> = async (run) => {
  const { visits, refunds, stray, probes } = run.inputs;
  await using shop = await openShop(run);
  for (const visit of [...visits, ...refunds, stray]) await shop.begin(visit);
  run.observe('probes', 'begin');
  for (const [index, probe] of probes.entries()) {
    await shop.begin(probe, (['gateway', 'inventory', 'payment'] as const)[index % 3]);
  }
  run.observe('probes', 'over');
};

/** Orders from customers, and then a partner's requests all at once, through three processes. */
export const callers: ServicesScenario<Subject, Inputs> = {
  services: {
    payment: async ({ subject, inputs, exporter, observe }) => {
      const bank = await openBank(observe);
      const idGenerator = new HandedOutIds(inputs.spareIds.slice(0, 4));
      const service = await subject.startAlone('payment', bank.url, { exporter, idGenerator });
      return { url: service.url, stop: () => stop(service).finally(bank.close) };
    },
    inventory: async ({ subject, inputs, exporter, peers: { payment = '' } }) => {
      const idGenerator = new HandedOutIds(inputs.spareIds.slice(4));
      return stoppable(await subject.startAlone('inventory', payment, { exporter, idGenerator }));
    },
    gateway: async ({ subject, inputs, exporter, peers: { inventory = '' } }) => {
      const idGenerator = new HandedOutIds(inputs.orders.map(({ traceId }) => traceId));
      return stoppable(await subject.startAlone('gateway', inventory, { exporter, idGenerator }));
    },
  },
  drive: async ({ inputs, observe, peers: { gateway = '' } }) => {
    const answers = new Answers();
    // One after the other, since the gateway hands out their ids in this order.
    for (const order of inputs.orders) await send(gateway, order, answers);
    await Promise.all(inputs.calls.map((call) => send(gateway, call, answers)));
    answers.observe(observe);
  },
};

async function send(gateway: string, from: Beginning | Call, answers: Answers): Promise<void> {
  const { method, path } = partsOf(from.request);
  const headers = 'spanId' in from ? { traceparent: traceparentOf(from) } : {};
  const outgoing = request(`${gateway}${path}`, { method, headers }).end();
  const received: unknown[] = await once(outgoing, 'response');
  const [response] = received;
  if (!(response instanceof IncomingMessage)) throw new Error('The gateway gave no answer.');
  answers.note(from.request, response.statusCode ?? 0, await text(response));
}

function traceparentOf({ traceId, spanId, isSampled }: Call): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

type Service = Awaited<ReturnType<Subject['startAlone']>>;

function stoppable(service: Service): StartedService {
  return { url: service.url, stop: () => stop(service) };
}

function stop({ close, tracing }: Service): Promise<void> {
  close();
  return tracing.shutdown();
}
