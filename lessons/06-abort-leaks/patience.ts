import { setTimeout as pause } from 'node:timers/promises';

const TURN_MS = 5;

/**
 * How many turns of the event loop something is waited for. A right subject needs a few of them
 * at most; the others wait to the end.
 */
export const TURNS = {
  untilHeld: 50,
  untilAnswered: 60,
  /** How long a customer waits for an order that has a short deadline. */
  untilLate: 35,
  untilLetters: 60,
  untilClosed: 12,
  untilListenersGo: 5,
  /** How long payment holds a call: shorter than customers wait, and longer than a deadline. */
  held: { forLeaving: 16, forDeadline: 25 },
};

/**
 * Whether a promise settles within so many turns of the event loop, each of 5 ms or more. A machine
 * that is busy makes the turns longer, so what is waited for gets its time too.
 */
export async function comesWithin(turns: number, awaited: Promise<unknown>): Promise<boolean> {
  const coming = awaited.then(
    () => true,
    () => true,
  );
  for (let turn = 0; turn < turns; turn += 1) {
    if (await Promise.race([coming, pause(TURN_MS, false)])) return true;
  }
  return false;
}

/** Whether something becomes true within so many turns of the event loop. */
export async function becomesTrue(turns: number, isTrue: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < turns && !isTrue(); turn += 1) {
    await pause(TURN_MS);
  }
  return isTrue();
}
