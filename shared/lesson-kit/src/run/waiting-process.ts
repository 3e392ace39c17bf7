import { randomBytes } from 'node:crypto';
import type { Job } from '../inside/job.ts';
import { launchHere } from './local-launch.ts';
import { SEAL_LENGTH } from './seal.ts';
import { StartedProcess } from './started-process.ts';
import type { Launcher, SubjectProcess } from './subject-process.ts';

/**
 * A process that has loaded OpenTelemetry and waits for its one job. Start it early and the run
 * begins at once; dispose of it unused and it goes away. It is a fresh process all the same: no
 * code of a subject has run in it.
 *
 * It ends when this process ends, in whatever way, `kill -9` included. A launcher starts it
 * somewhere else, such as behind a wall.
 *
 * @example
 * ```ts
 * using waiting = new WaitingProcess();
 * const evidence = await runScenario({ ...order, process: () => waiting });
 * ```
 */
export class WaitingProcess implements Disposable {
  readonly #process: SubjectProcess;
  #isTaken = false;

  constructor(launch: Launcher = launchHere) {
    this.#process = launch();
  }

  /** The number of the process, and of its group; `undefined` when it could not be started. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Gives it the job. A process does one and no other. */
  start(job: Job, limitMs: number): StartedProcess {
    this.#isTaken = true;
    const seal = randomBytes(SEAL_LENGTH / 2).toString('hex');
    return new StartedProcess(this.#process, { job, seal, limitMs });
  }

  /** Ends it, unless it has been given a job. */
  [Symbol.dispose](): void {
    if (!this.#isTaken) {
      this.#isTaken = true;
      this.#process.kill();
      this.#process.endLeftovers();
    }
  }
}
