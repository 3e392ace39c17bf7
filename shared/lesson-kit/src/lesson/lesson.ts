import type { Check } from './check.ts';
import type { Json } from './scenario.ts';
import type { Random } from './random.ts';

/** How a scenario is run. The scenario itself is an export of `scenarios.ts` with the same name. */
export interface ScenarioPlan {
  /** Names of the services to start, each in its own process, in this order. */
  readonly services?: readonly string[];
  /** Wall time for each of its processes, once it has started, in milliseconds. 5000 unless told. */
  readonly timeLimitMs?: number;
  /**
   * Endings that the checks judge themselves, besides a clean one. Without it a run that threw
   * or ran out of time is reported as what it is and no check is asked.
   */
  readonly judged?: readonly ('threw' | 'timed-out' | 'killed')[];
}

/** A lesson's manifest, as typed data. */
export interface Lesson<Inputs = Json> {
  /** The folder's name: `01-first-span`. */
  readonly id: string;
  /** As people say it: `A first span`. */
  readonly title: string;
  /** Reading and work together. */
  readonly minutes: number;
  /** One line for the moment of success. */
  readonly learned: string;
  /** The module of the subject that scenarios get, relative to `src`. */
  readonly entry: string;
  /** What the entry must export, by name; missing ones are reported before anything runs. */
  readonly exports: readonly string[];
  /** The check that the untouched starter fails first. */
  readonly starterFails: string;
  /** By the names under which `scenarios.ts` exports them; begun in this order, the longest first. */
  readonly scenarios: Readonly<Record<string, ScenarioPlan>>;
  /** Draws one run's inputs. Must survive JSON. */
  inputs(random: Random): Inputs;
  /** In the order a learner meets them: the first failure is the next thing to do. */
  readonly checks: readonly Check<Inputs>[];
}

/**
 * Names a lesson's manifest so that its inputs and checks are typed together. Gives back what it
 * is given; `verifyLesson` says whether the parts fit.
 *
 * @example
 * ```ts
 * export default defineLesson({
 *   id: '01-first-span',
 *   title: 'A first span',
 *   minutes: 20,
 *   learned: 'A span is only seen once it has ended and its exporter was flushed.',
 *   entry: 'main.ts',
 *   exports: ['main'],
 *   starterFails: 'registered',
 *   scenarios: { order: {} },
 *   inputs: (random) => ({ orderId: random.id('order') }),
 *   checks: [],
 * });
 * ```
 */
export function defineLesson<Inputs>(lesson: Lesson<Inputs>): Lesson<Inputs> {
  return lesson;
}
