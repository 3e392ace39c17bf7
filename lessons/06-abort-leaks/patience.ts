import { setTimeout as pause } from 'node:timers/promises';

const TURN_MS = 5;

/**
 * How many turns of the event loop something is waited for. A right subject needs a few of them
 * at most; the others wait to the end.
 */
export const TURNS = {
  untilHeld: 50,
  untilAnswered: 60,
  untilLetters: 60,
  untilClosed: 12,
  /** Longer than the worker pauses before it looks for letters. */
  untilQuiet: 3,
  untilListenersGo: 5,
  /** How long payment holds a call, unless it is told otherwise. */
  held: 16,
};

/** The number of turns that take so long, on a machine with nothing else to do. */
export function turnsFor(ms: number): number {
  return Math.ceil(ms / TURN_MS);
}

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
