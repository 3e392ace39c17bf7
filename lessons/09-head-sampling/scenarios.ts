import type { Scenario } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { openShop, type Subject } from './open-shop.ts';

/** Every trace begins here: customers, refunds, and the platform that asks who is ready. */
export const rush: Scenario<Subject, Inputs> = async (run) => {
  const { visits, refunds, probes } = run.inputs;
  await using shop = await openShop(run);
  for (const visit of visits) await shop.begin(visit);
  for (const refund of refunds) await shop.begin(refund);
  run.observe('probes', 'begin');
  for (const [index, probe] of probes.entries()) {
    await shop.begin(probe, (['gateway', 'inventory', 'payment'] as const)[index % 3]);
  }
  run.observe('probes', 'over');
};

/** Orders from customers, a robot, and then a partner's requests, all at the same time. */
export const callers: Scenario<Subject, Inputs> = async (run) => {
  const { orders, stray, calls } = run.inputs;
  await using shop = await openShop(run);
  for (const beginning of [...orders, stray]) await shop.begin(beginning);
  await Promise.all(calls.map((call) => shop.send(call)));
};
