import { describeFailure } from './failure.ts';
import { record } from './recorder.ts';

/** Records what nobody caught, without catching it: the process still ends as it would by itself. */
export function watchFailures(subject: string): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    record({ t: 'threw', reason: describeFailure(error, subject) });
  });
}
