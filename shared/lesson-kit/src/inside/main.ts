// The first file of every process that runs a subject. It loads OpenTelemetry, watches it, rehearses
// where it is told to, waits for its one job, and does it.
import { dirname } from 'node:path';
import { LINGERS } from '../run/lingering.ts';
import { departQuickly } from './departure.ts';
import { watchDiagnostics } from './diag-watch.ts';
import { readJob } from './job.ts';
import { lockDoors } from './locks.ts';
import { perform } from './performance.ts';
import { awaitSeal, receiveSeal, record } from './recorder.ts';
import { rehearse, rehearseSpans } from './rehearsal.ts';
import { recordOpenSpans } from './span-watch.ts';
import { watchTracers } from './tracer-watch.ts';
import { watchFailures } from './failure-watch.ts';

lockDoors();
const [scenarios, scenario, program] = process.argv.splice(2);
const isRehearsed = scenarios !== undefined && scenario !== undefined;
if (isRehearsed) rehearseSpans();
const sealed = isRehearsed ? awaitSeal() : undefined;
if (sealed !== undefined && isRehearsed) await rehearse({ scenarios, scenario, program }, sealed);
watchTracers();
watchDiagnostics();
// Without a rehearsal it has nothing else to do until then, and blocks.
const isSealed = sealed === undefined ? receiveSeal() : await sealed;
const job = isSealed ? readJob() : undefined;
if (job !== undefined) {
  record({ t: 'began' });
  process.on('exit', recordOpenSpans);
  watchFailures(job.entry === undefined ? process.cwd() : dirname(job.entry));
  departQuickly(isRehearsed && LINGERS);
  await perform(job);
}
