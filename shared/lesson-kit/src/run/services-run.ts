import type { Evidence } from './evidence.ts';
import { joinEvidence } from './joined-evidence.ts';
import { gather, newProcess, startJob } from './process-run.ts';
import type { ScenarioOrder } from './scenario-run.ts';
import type { StartedProcess } from './started-process.ts';

interface Service {
  readonly process: StartedProcess;
  readonly evidence: Promise<Evidence>;
}

/** Starts the services one after the other, drives them from one more process, and stops them. */
export async function runServices(
  order: ScenarioOrder,
  names: readonly string[],
): Promise<Evidence> {
  using processes = new DisposableStack();
  const waiting = names.map((name) => ({ name, process: processes.use(newProcess(order)) }));
  const driver = processes.use(newProcess(order));
  const peers: Record<string, string> = {};
  const services: Service[] = [];
  for (const { name, process } of waiting) {
    const started = startJob(order, process, { role: 'service', service: name, peers });
    services.push({ process: started, evidence: gatherService(order, name, started) });
    const url = await started.listening();
    if (url === undefined) {
      return joinEvidence(await stopAll(services));
    }
    peers[name] = url;
  }
  const driven = await gather(order, startJob(order, driver, { role: 'drive', peers }));
  return joinEvidence([...(await stopAll(services)), driven]);
}

function gatherService(
  order: ScenarioOrder,
  service: string,
  started: StartedProcess,
): Promise<Evidence> {
  const evidence = gather(order, started).then((gathered) => ({ ...gathered, service }));
  // An abort is reported by whoever awaits it, which may be nobody yet.
  evidence.catch(() => {});
  return evidence;
}

/** The last to start is the first to stop, so that none calls another that is gone. */
async function stopAll(services: readonly Service[]): Promise<Evidence[]> {
  for (const { process } of services.toReversed()) {
    process.stop();
  }
  return Promise.all(services.map(({ evidence }) => evidence));
}
