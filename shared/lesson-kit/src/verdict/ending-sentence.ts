import { LOST_EVIDENCE_CODE } from '../run/descriptors.ts';
import type { Ending, Evidence } from '../run/evidence.ts';

const MEBIBYTE = 1024 * 1024;
/** Node's own code for a top-level await that can never settle. */
const NEVER_SETTLED_CODE = 13;

/** How a run came to its end, as a sentence or two that say what to do about it. */
export function endingSentence(
  { ending, service }: Pick<Evidence, 'ending' | 'service'>,
  entry: string,
): string {
  const who = service === undefined ? 'The program' : `The service "${service}"`;
  return `${who} ${predicateOf(ending, entry)}`;
}

function predicateOf(ending: Ending, entry: string): string {
  switch (ending.kind) {
    case 'exited':
      return exitPredicate(ending.code, ending.early);
    case 'not-loaded':
      return (
        `could not be loaded: ${ending.reason}\n` +
        `Nothing was checked yet. Mend ${entry} or what it imports, and save again.`
      );
    case 'threw':
      return (
        `stopped with an error that nobody caught: ${ending.reason}\n` +
        'Nothing was checked yet. Let the work finish, and the checks go on from there.'
      );
    case 'timed-out':
      return timeOutPredicate(ending.isStopping ?? false, ending.limitMs);
    case 'killed':
      return killPredicate(ending.signal);
    case 'tampered':
      return (
        'wrote into the file descriptor that its run is recorded through (3), so nothing of it ' +
        'counts.\nWrite only to what the program has opened.'
      );
    case 'never-began':
      return 'could not be started on this machine, and nothing of it has run.\nCheck again.';
    case 'flooded':
      return (
        `${ending.what === 'memory' ? 'took' : 'left'} more than ` +
        `${ending.limitBytes / MEBIBYTE} MiB of ${ending.what}, which is the limit, so it was ended.\n` +
        'Look for something that repeats without end.'
      );
    default:
      return 'ran to its end.';
  }
}

function timeOutPredicate(isStopping: boolean, limitMs: number): string {
  const limit = limitMs === 1000 ? '1 second' : `${limitMs / 1000} seconds`;
  return isStopping
    ? `was asked to stop and was still there after ${limit}, which is the limit, so it was ended.\n` +
        'Look for what its stop() awaits, or for a connection that is kept open.'
    : `was still running after ${limit}, which is the limit, so it was ended.\n` +
        'Look for a loop that never ends, or for something awaited that never comes.';
}

function killPredicate(signal: string): string {
  // How Node ends when its heap is full.
  return signal === 'SIGABRT'
    ? 'ran out of memory, or aborted itself (SIGABRT).\nLook for a list that grows without end.'
    : `was ended by ${signal} before its work was done.\nNothing was checked; save or check again.`;
}

function exitPredicate(code: number, early: boolean): string {
  if (code === NEVER_SETTLED_CODE) {
    return (
      'ended while it still awaited something that nothing was left to resolve.\n' +
      'Look for a promise whose resolve is never called.'
    );
  }
  if (code === LOST_EVIDENCE_CODE) {
    return (
      'closed the file descriptors it is watched through (3 and 4), so it was ended.\n' +
      'Close only what the program has opened.'
    );
  }
  return early
    ? `left by process.exit(${code}) before its work was done.\nLet it come to its end by itself.`
    : `did its work and then ended with exit code ${code} instead of 0.`;
}
