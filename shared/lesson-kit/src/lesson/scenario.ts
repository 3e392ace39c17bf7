import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** Anything that survives JSON: what may cross the wall between judge and subject. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Base URLs of services, by name. */
export type Peers = Readonly<Record<string, string>>;

/** What a scenario is handed inside the subject's process. */
export interface Stage<Subject, Inputs> {
  /** The subject's entry module, already imported. */
  readonly subject: Subject;
  /** Drawn from the seed by the judge; the seed itself never comes in here. */
  readonly inputs: Inputs;
  /**
   * Where the subject's spans go: to memory or to a Jaeger. Hand it to the subject; it delivers
   * after a moment, as a network does.
   */
  readonly exporter: SpanExporter;
  /** Base URLs of the services that are already up, by name. Empty where a scenario has none. */
  readonly peers: Peers;
  /** Leaves a fact for the checks, such as the status code that the caller saw. */
  readonly observe: (name: string, value: Json) => void;
}

/**
 * Drives a subject that lives in one process. Resolves when the subject's work is done; the process
 * may then go away by itself, and what keeps it is noted as `evidence.handles`.
 *
 * It runs beside the subject, so it must know nothing of what the checks expect.
 *
 * @example
 * ```ts
 * export const order: Scenario<{ main(exporter: SpanExporter): Promise<string> }, Json> = async ({
 *   subject,
 *   exporter,
 *   observe,
 * }) => {
 *   observe('receipt', await subject.main(exporter));
 * };
 * ```
 */
export type Scenario<Subject, Inputs> = (stage: Stage<Subject, Inputs>) => Promise<void> | void;

/** A service that a scenario has started and that the judge will stop. */
export interface StartedService {
  /** Base URL, with the port that the system gave: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Called once the scenario was driven; a service that is still there 5 s later is ended. */
  stop(): Promise<void> | void;
}

/** Starts one of several services, each in a process of its own. Resolves once it listens. */
export type ServiceScenario<Subject, Inputs> = (
  stage: Stage<Subject, Inputs>,
) => Promise<StartedService> | StartedService;

/**
 * A scenario over several processes. Services start in the order the lesson lists them, so that a
 * service's peers are up before it; then `drive` runs in a last process without any subject.
 */
export interface ServicesScenario<Subject, Inputs> {
  /** By the names that the lesson lists under the scenario's `services`. */
  readonly services: Readonly<Record<string, ServiceScenario<Subject, Inputs>>>;
  /** Makes the requests, with the services' addresses in `peers`. */
  drive(stage: Omit<Stage<undefined, Inputs>, 'exporter'>): Promise<void> | void;
}

/**
 * What `scenarios.ts` may export as `rehearse`: by scenario, what it does so many times over that V8
 * compiles it, or what loads much when it is first used, such as `fetch`. While somebody works on the
 * lesson, the process that waits for that scenario's next run does it first, before any code of a
 * subject is there. It has to leave nothing open and nothing changed but what OpenTelemetry's API can
 * disable, and what it throws is not heard: a run has to do as well without. What takes long should ask
 * now and then whether the run has come.
 *
 * @example
 * ```ts
 * export const rehearse: Rehearsals<typeof main> = {
 *   rush: async ({ subject, isAwaited }) => {
 *     for (let order = 0; order < 500 && !isAwaited(); order += 1) await subject.main(order);
 *   },
 * };
 * ```
 */
export type Rehearsals<Subject = unknown> = Readonly<
  Record<string, (rehearsal: Rehearsal<Subject>) => Promise<void> | void>
>;

/** What a scenario rehearses with. */
export interface Rehearsal<Subject = unknown> {
  /**
   * The lesson's solution, imported. It comes from outside, since what scenarios hold can be read by
   * work that is graded.
   */
  readonly subject: Subject;
  /** Whether the run has come meanwhile, so that the rehearsal should leave off. */
  readonly isAwaited: IsAwaited;
}

export type IsAwaited = () => boolean;
