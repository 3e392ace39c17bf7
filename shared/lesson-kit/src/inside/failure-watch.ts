import { describeFailure } from './failure.ts';
import { record } from './recorder.ts';

/**
 * Records what nobody caught, without catching it: the process still ends as it would by itself,
 * and a program that handles its uncaught exceptions has caught them.
 */
export function watchFailures(subject: string): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    if (process.listenerCount('uncaughtException') === 0) {
      record({ t: 'threw', reason: describeFailure(error, subject) });
    }
  });
}
