import type { Job } from '../inside/job.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Json } from '../lesson/scenario.ts';
import type { Evidence } from './evidence.ts';
import { keepProgram } from './kept-program.ts';
import { gather, newProcess, startJob } from './process-run.ts';
import { runServices } from './services-run.ts';
import type { WaitingProcess } from './waiting-process.ts';

/** One scenario on one subject. */
export interface ScenarioOrder {
  readonly lesson: LessonFolder;
  readonly scenario: string;
  /** Absolute path of the subject's folder. */
  readonly subject: string;
  /** What the scenario is handed; it crosses to the process as JSON. */
  readonly inputs: Json;
  /** Where the subject's spans are delivered; a `Source` knows its own. */
  readonly sink: Job['sink'];
  /** Gives the processes of a scenario's run; a fresh one each time it is called. */
  readonly process?: (scenario: string) => WaitingProcess;
  /** Ends the run. */
  readonly signal?: AbortSignal;
}

/**
 * Runs one scenario in a fresh process, or in one for each service and one that drives them, and
 * gathers the evidence. Whatever the subject does, this resolves, and nothing it started is left:
 * a limit on time, memory, output and evidence ends it, with the reason in `evidence.ending`.
 *
 * Rejects only when `signal` is aborted, with its reason.
 *
 * @example
 * ```ts
 * const lesson = await findLesson('01');
 * const evidence = await runScenario({
 *   lesson,
 *   scenario: 'order',
 *   subject: lesson.starter,
 *   inputs: { orderId: 'order-7f3a09c1' },
 *   sink: memorySource().sink,
 * });
 * console.log(evidence.ending.kind, evidence.exported.length);
 * ```
 */
export async function runScenario(order: ScenarioOrder): Promise<Evidence> {
  if (order.process === undefined) await keepProgram();
  order.signal?.throwIfAborted();
  const services = order.lesson.manifest.scenarios[order.scenario]?.services ?? [];
  return services.length === 0 ? runAlone(order) : runServices(order, services);
}

async function runAlone(order: ScenarioOrder): Promise<Evidence> {
  using waiting = newProcess(order);
  return gather(order, startJob(order, waiting, { role: 'scenario' }));
}
