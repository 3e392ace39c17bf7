import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { becomesTrue, TURNS } from './patience.ts';

function listenersOn(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

/** How many listen at most while nothing goes on: a worker listens in its pause, and not else. */
export async function busiestCount(signal: AbortSignal): Promise<number> {
  let most = 0;
  await becomesTrue(TURNS.untilQuiet, () => {
    most = Math.max(most, listenersOn(signal));
    return false;
  });
  return most;
}

/**
 * How many still listen when they had time to go. `fetch` leaves its own to the garbage collector,
 * so that is called where there are more than before.
 */
export async function remainingListenersOn(signal: AbortSignal, before: number): Promise<number> {
  const isDown = (): boolean => listenersOn(signal) <= before;
  await becomesTrue(TURNS.untilListenersGo, isDown);
  for (let round = 0; round < TURNS.untilListenersGo && !isDown(); round += 1) {
    await collectGarbage();
  }
  return listenersOn(signal);
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  await pause(1);
}
