import type { Ending } from '../run/evidence.ts';

const MEBIBYTE = 1024 * 1024;

/** An ending that kept the checks from being asked, as a sentence and what to do about it. */
export function endingSentence(ending: Ending, entry: string): string {
  switch (ending.kind) {
    case 'exited':
      return exitSentence(ending.code, ending.early);
    case 'not-loaded':
      return (
        `The program could not be loaded: ${ending.reason}\n` +
        `Nothing was checked yet. Mend ${entry} or what it imports, and save again.`
      );
    case 'threw':
      return (
        `The program stopped with an error that nobody caught: ${ending.reason}\n` +
        'Nothing was checked yet. Let the work finish, and the checks go on from there.'
      );
    case 'timed-out':
      return (
        `The program was still running after ${ending.limitMs / 1000} seconds, which is the limit, ` +
        'so it was ended.\nLook for a loop that never ends, or for something awaited that never comes.'
      );
    case 'killed':
      return (
        `The program was ended from outside by ${ending.signal}. ` +
        'Nothing was checked; save or check again.'
      );
    case 'flooded':
      return (
        `The program left more than ${ending.limitBytes / MEBIBYTE} MiB of ${ending.what}, which ` +
        'is the limit, so it was ended.\nLook for something that repeats without end.'
      );
    default:
      return 'The program ran to its end.';
  }
}

function exitSentence(code: number, early: boolean): string {
  // Node's own code for a top-level await that can never settle.
  if (code === 13) {
    return (
      'The program ended while it still awaited something that nothing was left to resolve.\n' +
      'Look for a promise whose resolve is never called.'
    );
  }
  return early
    ? `The program left by process.exit(${code}) before its work was done.\nLet it come to its end by itself.`
    : `The program did its work and then ended with exit code ${code} instead of 0.`;
}
