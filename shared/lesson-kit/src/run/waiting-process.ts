import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job } from '../inside/job.ts';
import { Channel } from './channel.ts';
import { EvidenceFile } from './evidence-file.ts';
import { subjectEnvironment } from './subject-environment.ts';
import { killGroup } from './process-group.ts';
import { StartedProcess } from './started-process.ts';
import { watchGroup } from './undertaker.ts';

const INSIDE = fileURLToPath(new URL('../inside/main.ts', import.meta.url));

/**
 * A process that has loaded OpenTelemetry and waits for its one job. Start it early and the run
 * begins at once; dispose of it unused and it goes away.
 */
export class WaitingProcess implements Disposable {
  readonly #process: ChildProcess;
  readonly #channel: Channel;
  readonly #evidence = new EvidenceFile();
  #isTaken = false;

  constructor() {
    this.#process = spawn(process.execPath, ['--no-warnings', INSIDE], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', this.#evidence.descriptor, 'pipe'],
      env: subjectEnvironment(),
    });
    this.#process.on('error', () => {});
    this.#channel = new Channel(this.#process);
    if (this.#process.pid !== undefined) {
      watchGroup(this.#process.pid);
    }
  }

  /** Gives it the job. A process does one and no other. */
  start(job: Job, limitMs: number): StartedProcess {
    this.#isTaken = true;
    this.#channel.send(job);
    return new StartedProcess(this.#process, this.#channel, this.#evidence, limitMs);
  }

  [Symbol.dispose](): void {
    if (!this.#isTaken) {
      this.#isTaken = true;
      killGroup(this.#process.pid);
      this.#evidence[Symbol.dispose]();
    }
  }
}
