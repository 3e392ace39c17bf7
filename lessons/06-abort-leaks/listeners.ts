import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { becomesTrue, TURNS } from './patience.ts';

/** How many listen for the abort of a signal. */
export function listenersOn(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

/**
 * How many still listen when they had time to go. `fetch` leaves its own to the garbage collector,
 * so that is called where there are more than before.
 */
export async function remainingListenersOn(signal: AbortSignal, before: number): Promise<number> {
  const isDown = (): boolean => listenersOn(signal) <= before;
  if (await becomesTrue(TURNS.untilListenersGo, isDown)) return listenersOn(signal);
  await collectGarbage();
  return listenersOn(signal);
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  for (let round = 0; round < 3; round += 1) {
    runInNewContext('gc()');
    await pause(1);
  }
}
