import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job } from '../inside/job.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { scenariosOf } from '../lesson/lesson-folder.ts';
import { Channel } from './channel.ts';
import { EvidenceFile } from './evidence-file.ts';
import { newRunMark } from './run-mark.ts';
import { StartedProcess } from './started-process.ts';
import { subjectEnvironment } from './subject-environment.ts';
import { endGroup, watchGroup } from './undertaker.ts';

/** Enough for any lesson, and full within seconds. */
const MOST_HEAP_MEBIBYTES = 256;
const FLAGS = ['--no-warnings', `--max-old-space-size=${MOST_HEAP_MEBIBYTES}`] as const;
const INSIDE = fileURLToPath(new URL('../inside/main.ts', import.meta.url));

/**
 * A process that has loaded OpenTelemetry and waits for its one job. Start it early and the run
 * begins at once; dispose of it unused and it goes away. It is a fresh process all the same: no
 * code of a subject has run in it.
 *
 * It ends when this process ends, in whatever way, `kill -9` included.
 *
 * @example
 * ```ts
 * using waiting = new WaitingProcess();
 * const evidence = await runScenario({ ...order, process: () => waiting });
 * ```
 */
export class WaitingProcess implements Disposable {
  readonly #process: ChildProcess;
  readonly #channel: Channel;
  readonly #evidence = new EvidenceFile();
  readonly #mark = newRunMark();
  #isTaken = false;

  /**
   * @param lesson whose scenarios it loads and rehearses before it waits, so that a run of them
   *   begins sooner. Any scenario can be run in it all the same.
   */
  constructor(lesson?: Pick<LessonFolder, 'directory'>) {
    const rehearsed = lesson === undefined ? [] : [scenariosOf(lesson)];
    this.#process = spawn(process.execPath, [...FLAGS, INSIDE, ...rehearsed], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', this.#evidence.descriptor, 'pipe'],
      env: subjectEnvironment(this.#mark),
    });
    this.#process.on('error', () => {});
    this.#channel = new Channel(this.#process);
    if (this.#process.pid !== undefined) {
      watchGroup(this.#process.pid);
    }
  }

  /** The number of the process, and of its group; `undefined` when it could not be started. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Gives it the job. A process does one and no other. */
  start(job: Job, limitMs: number): StartedProcess {
    this.#isTaken = true;
    this.#channel.send(job);
    return new StartedProcess(
      { child: this.#process, channel: this.#channel, evidence: this.#evidence, mark: this.#mark },
      limitMs,
    );
  }

  /** Ends it, unless it has been given a job. */
  [Symbol.dispose](): void {
    if (!this.#isTaken) {
      this.#isTaken = true;
      endGroup(this.#process.pid);
      this.#evidence[Symbol.dispose]();
    }
  }
}
