// The first file of every process that runs a subject. It loads OpenTelemetry, watches it, rehearses
// where it is told to, waits for its one job, and does it.
import { dirname } from 'node:path';
import { watchDiagnostics } from './diag-watch.ts';
import { readJob } from './job.ts';
import { lockDoors } from './locks.ts';
import { perform } from './performance.ts';
import { record } from './recorder.ts';
import { rehearseScenarios, rehearseSpans } from './rehearsal.ts';
import { recordOpenSpans } from './span-watch.ts';
import { watchTracers } from './tracer-watch.ts';
import { watchFailures } from './failure-watch.ts';

lockDoors();
const [scenarios] = process.argv.splice(2);
if (scenarios !== undefined) rehearseSpans();
watchTracers();
watchDiagnostics();
if (scenarios !== undefined) await rehearseScenarios(scenarios);
const job = readJob();
if (job !== undefined) {
  record({ t: 'began' });
  process.on('exit', recordOpenSpans);
  watchFailures(job.entry === undefined ? process.cwd() : dirname(job.entry));
  await perform(job);
}
