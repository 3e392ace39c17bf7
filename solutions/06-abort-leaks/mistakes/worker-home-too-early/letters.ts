import { setTimeout as pause } from 'node:timers/promises';
import type { Letters, Shop } from './shop.ts';

const LOOK_AGAIN_MS = 10;

/** Sends each letter in its turn, and looks again after a moment, for as long as the shop is open. */
export async function sendLetters(letters: Letters, { notifier, closing }: Shop): Promise<void> {
  try {
    while (closing.aborted) {
      const orderId = letters.shift();
      if (orderId === undefined) {
        await pause(LOOK_AGAIN_MS, undefined, { signal: closing });
      } else {
        await fetch(`${notifier}/letters/${orderId}`, { method: 'POST' });
      }
    }
  } catch (error) {
    if (!closing.aborted) throw error;
  }
}
