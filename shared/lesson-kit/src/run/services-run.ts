import type { Job } from '../inside/job.ts';
import type { Evidence } from './evidence.ts';
import { joinEvidence } from './joined-evidence.ts';
import { gather, newProcess, startJob } from './process-run.ts';
import type { ScenarioOrder } from './scenario-run.ts';
import type { StartedProcess } from './started-process.ts';
import type { WaitingProcess } from './waiting-process.ts';

interface Part {
  readonly process: StartedProcess;
  readonly evidence: Promise<Evidence>;
}

/**
 * Has every process load what it needs, all at the same time, opens the services one after the
 * other, drives them from one more process, and stops them.
 */
export async function runServices(
  order: ScenarioOrder,
  names: readonly string[],
): Promise<Evidence> {
  using processes = new DisposableStack();
  const waiting = names.map((name) => ({ name, process: processes.use(newProcess(order)) }));
  const waitingDriver = processes.use(newProcess(order));
  const services = waiting.map(({ name, process }) => ({
    name,
    ...startPart(order, process, { role: 'service', service: name }),
  }));
  const driver = startPart(order, waitingDriver, { role: 'drive' });
  const peers: Record<string, string> = {};
  for (const { name, process } of services) {
    process.sendPeers(peers);
    const url = await process.listening();
    if (url === undefined) {
      return joinEvidence(await stopAll([...services, driver]));
    }
    peers[name] = url;
  }
  driver.process.sendPeers(peers);
  await driver.process.driven();
  const served = await stopAll(services);
  return joinEvidence([...served, await driver.evidence]);
}

function startPart(
  order: ScenarioOrder,
  waiting: WaitingProcess,
  part: Pick<Job, 'role' | 'service'>,
): Part {
  const process = startJob(order, waiting, part);
  const evidence = gather(order, process).then((gathered) => ({
    ...gathered,
    ...(part.service !== undefined && { service: part.service }),
  }));
  // An abort is reported by whoever awaits it, which may be nobody yet.
  evidence.catch(() => {});
  return { process, evidence };
}

/** The last to start is the first to stop, so that none calls another that is gone. */
async function stopAll(parts: readonly Part[]): Promise<Evidence[]> {
  for (const { process } of parts.toReversed()) {
    process.stop();
  }
  return Promise.all(parts.map(({ evidence }) => evidence));
}
