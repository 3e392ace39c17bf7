import { setTimeout as pause } from 'node:timers/promises';
import { inSpan } from './in-span.ts';
import type { Shop } from './shop.ts';

/** Has an order charged. Resolves once the money is there; stops early when the signal fires. */
export function charge(orderId: string, shop: Shop, signal: AbortSignal): Promise<void> {
  return inSpan('charge card', {}, signal, async () => {
    const url = `${shop.payment}/charges/${orderId}`;
    const state = await ask('PUT', url, shop, signal);
    if (state !== 'settled') await untilSettled(url, shop, signal);
  });
}

/** Looks at the charge every now and then, until the money is there. */
async function untilSettled(url: string, shop: Shop, signal: AbortSignal): Promise<void> {
  let state;
  do {
    await pause(shop.lookEveryMs, undefined, { signal });
    state = await ask('GET', url, shop, signal);
  } while (state !== 'settled');
}

async function ask(method: string, url: string, shop: Shop, signal: AbortSignal): Promise<string> {
  const deadline = AbortSignal.timeout(shop.deadlineMs);
  const response = await fetch(url, { method, signal: AbortSignal.any([signal, deadline]) });
  if (!response.ok) throw new Error(`payment answered ${response.status}`);
  return await response.text();
}
