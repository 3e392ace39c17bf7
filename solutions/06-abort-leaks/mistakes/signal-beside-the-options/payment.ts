import { setTimeout as pause } from 'node:timers/promises';
import { inSpan } from './in-span.ts';
import type { Shop } from './shop.ts';

/** Has an order charged. Resolves once the money is there; stops early when the signal fires. */
export function charge(orderId: string, shop: Shop, signal: AbortSignal): Promise<void> {
  return inSpan('charge card', {}, signal, async () => {
    const url = `${shop.payment}/charges/${orderId}`;
    const state = await ask('PUT', url, signal);
    if (state !== 'settled') await untilSettled(url, shop.lookEveryMs, signal);
  });
}

/** Looks at the charge every now and then, until the money is there. */
async function untilSettled(url: string, everyMs: number, signal: AbortSignal): Promise<void> {
  let state;
  do {
    await pause(everyMs, undefined, { signal });
    state = await ask('GET', url, signal);
  } while (state !== 'settled');
}

async function ask(method: string, url: string, signal: AbortSignal): Promise<string> {
  // @ts-expect-error -- fetch takes two arguments, and the signal is one of its options
  const response = await fetch(url, { method }, { signal });
  if (!response.ok) throw new Error(`payment answered ${response.status}`);
  return await response.text();
}
