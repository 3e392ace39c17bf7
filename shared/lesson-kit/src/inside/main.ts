// The first file of every process that runs a subject. It loads OpenTelemetry, watches it, rehearses
// where it is told to, waits for its one job, and does it.
import { dirname } from 'node:path';
import { watchDiagnostics } from './diag-watch.ts';
import { readJob } from './job.ts';
import { lockDoors } from './locks.ts';
import { perform } from './performance.ts';
import { record } from './recorder.ts';
import { rehearseScenario, rehearseSpans } from './rehearsal.ts';
import { recordOpenSpans } from './span-watch.ts';
import { watchTracers } from './tracer-watch.ts';
import { watchFailures } from './failure-watch.ts';

lockDoors();
const [scenarios, scenario] = process.argv.splice(2);
const isRehearsed = scenarios !== undefined && scenario !== undefined;
if (isRehearsed) rehearseSpans();
watchTracers();
watchDiagnostics();
if (isRehearsed) await rehearseScenario(scenarios, scenario);
const job = readJob();
if (job !== undefined) {
  record({ t: 'began' });
  process.on('exit', recordOpenSpans);
  watchFailures(job.entry === undefined ? process.cwd() : dirname(job.entry));
  await perform(job);
}
