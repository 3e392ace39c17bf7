import { join } from 'node:path';
import type { Job } from '../inside/job.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Json } from '../lesson/scenario.ts';
import type { Evidence } from './evidence.ts';
import { readEvidence } from './evidence-reader.ts';
import { joinEvidence } from './joined-evidence.ts';
import type { StartedProcess } from './started-process.ts';
import { WaitingProcess } from './waiting-process.ts';

const DEFAULT_LIMIT_MS = 5000;
const DEFAULT_GRACE_MS = 250;

/** One scenario on one subject. */
export interface ScenarioOrder {
  readonly lesson: LessonFolder;
  readonly scenario: string;
  /** Absolute path of the subject's folder. */
  readonly subject: string;
  readonly inputs: Json;
  readonly sink: Job['sink'];
  /** Gives the processes; a fresh one each time it is called. */
  readonly process?: () => WaitingProcess;
  readonly signal?: AbortSignal;
}

/**
 * Runs one scenario in a fresh process, or in one for each service and one that drives them, and
 * gathers the evidence. Whatever the subject does, this resolves, and nothing it started is left.
 *
 * Rejects only when `signal` is aborted.
 */
export async function runScenario(order: ScenarioOrder): Promise<Evidence> {
  const plan = order.lesson.manifest.scenarios[order.scenario] ?? {};
  const services = plan.services ?? [];
  return services.length === 0 ? runAlone(order) : runServices(order, services);
}

async function runAlone(order: ScenarioOrder): Promise<Evidence> {
  using waiting = newProcess(order);
  return gather(order, waiting.start(jobOf(order, 'scenario'), limitOf(order)));
}

async function runServices(order: ScenarioOrder, names: readonly string[]): Promise<Evidence> {
  using processes = new DisposableStack();
  const waiting = names.map(() => processes.use(newProcess(order)));
  const driver = processes.use(newProcess(order));
  const peers: Record<string, string> = {};
  const started: StartedProcess[] = [];
  const gathered: Promise<Evidence>[] = [];
  for (const [index, service] of names.entries()) {
    const process = waiting[index]?.start(
      jobOf(order, 'service', { service, peers }),
      limitOf(order),
    );
    if (process === undefined) {
      break;
    }
    started.push(process);
    gathered.push(gather(order, process));
    gathered.at(-1)?.catch(() => {});
    const url = await process.listening();
    if (url === undefined) {
      return stopAll(started, gathered);
    }
    peers[service] = url;
  }
  const drive = driver.start(jobOf(order, 'drive', { peers }), limitOf(order));
  const driven = await gather(order, drive);
  return stopAll(started, [...gathered, Promise.resolve(driven)]);
}

async function stopAll(
  started: readonly StartedProcess[],
  gathered: readonly Promise<Evidence>[],
): Promise<Evidence> {
  for (const process of started.toReversed()) {
    process.stop();
  }
  return joinEvidence(await Promise.all(gathered));
}

async function gather(order: ScenarioOrder, process: StartedProcess): Promise<Evidence> {
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

function newProcess(order: ScenarioOrder): WaitingProcess {
  return order.process?.() ?? new WaitingProcess();
}

function jobOf(
  { lesson, scenario, subject, inputs, sink }: ScenarioOrder,
  role: Job['role'],
  more: Partial<Pick<Job, 'service' | 'peers'>> = {},
): Job {
  return {
    role,
    scenarios: join(lesson.directory, 'scenarios.ts'),
    scenario,
    ...(role !== 'drive' && { entry: join(subject, lesson.manifest.entry) }),
    exports: lesson.manifest.exports,
    inputs,
    peers: {},
    sink,
    graceMs: DEFAULT_GRACE_MS,
    ...more,
  };
}

function limitOf({ lesson, scenario }: ScenarioOrder): number {
  return lesson.manifest.scenarios[scenario]?.timeLimitMs ?? DEFAULT_LIMIT_MS;
}
