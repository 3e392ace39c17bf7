import { setInterval as ticks } from 'node:timers/promises';
import type { Letters, Shop } from './shop.ts';

const LOOK_AGAIN_MS = 10;

/** Sends the letters that wait, at each tick, for as long as the shop is open. */
export async function sendLetters(letters: Letters, { notifier, closing }: Shop): Promise<void> {
  try {
    for await (const _ of ticks(LOOK_AGAIN_MS, undefined, { signal: closing })) {
      for (const orderId of letters.splice(0)) {
        await fetch(`${notifier}/letters/${orderId}`, { method: 'POST', signal: closing });
      }
    }
  } catch (error) {
    if (!closing.aborted) throw error;
  }
}
