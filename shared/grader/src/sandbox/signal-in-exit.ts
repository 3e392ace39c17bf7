import type { Exit } from '@tracelings/lesson-kit';
import { constants } from 'node:os';

/** What shells and sandboxes add to the number of the signal that ended what ran in them. */
const SIGNALLED = 128;

/** A sandbox ends with a code, also where a signal ended what ran in it. */
export function signalInExit({ code, signal }: Exit): Exit {
  const number = (code ?? 0) - SIGNALLED;
  const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
  return isSignal(name) ? { code: null, signal: name } : { code, signal };
}

function isSignal(name: string | undefined): name is NodeJS.Signals {
  return name !== undefined && name in constants.signals;
}
