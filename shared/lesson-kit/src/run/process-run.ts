import { join } from 'node:path';
import { scenariosOf } from '../lesson/lesson-folder.ts';
import type { Job } from '../inside/job.ts';
import type { Evidence } from './evidence.ts';
import { readEvidence } from './evidence-reader.ts';
import type { ScenarioOrder } from './scenario-run.ts';
import type { StartedProcess } from './started-process.ts';
import { WaitingProcess } from './waiting-process.ts';

const DEFAULT_LIMIT_MS = 5000;
const DEFAULT_GRACE_MS = 250;

export function newProcess(order: ScenarioOrder): WaitingProcess {
  return order.process?.(order.scenario) ?? new WaitingProcess();
}

/** Gives a process its part of a scenario. */
export function startJob(
  { lesson, scenario, subject, inputs, sink }: ScenarioOrder,
  process: WaitingProcess,
  part: Pick<Job, 'role' | 'service'>,
): StartedProcess {
  const { entry, exports, scenarios } = lesson.manifest;
  const job: Job = {
    scenarios: scenariosOf(lesson),
    scenario,
    ...(part.role !== 'drive' && { entry: join(subject, entry) }),
    exports,
    inputs,
    sink,
    graceMs: DEFAULT_GRACE_MS,
    ...part,
  };
  return process.start(job, scenarios[scenario]?.timeLimitMs ?? DEFAULT_LIMIT_MS);
}

/** Waits for the end of a process and reads what it left. Rejects only when the run is aborted. */
export async function gather(order: ScenarioOrder, process: StartedProcess): Promise<Evidence> {
  const began = performance.now();
  const onAbort = (): void => process.kill();
  order.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const remains = await process.remains();
    order.signal?.throwIfAborted();
    return readEvidence(remains, performance.now() - began);
  } finally {
    order.signal?.removeEventListener('abort', onAbort);
  }
}
