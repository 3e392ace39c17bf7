import type { WriteStream } from 'node:tty';
import { progressText } from './progress-text.ts';

type Screen = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };

const wholeLine = '\r\u001B[2K';
const parts = 10;

/** The count and the time left: one line that changes on a terminal, else ten lines in all. */
export class ProgressLine {
  readonly #screen: Screen;
  readonly #total: number;
  readonly #began = performance.now();
  #done = 0;
  #known = 0;

  constructor(screen: Screen, total: number) {
    this.#screen = screen;
    this.#total = total;
    if (screen.isTTY) this.#show();
  }

  count(isKnown: boolean): void {
    this.#done += 1;
    if (isKnown) this.#known += 1;
    if (this.#screen.isTTY || this.#isAtAPart()) this.#show();
  }

  /** Says something in between, or in the end; the line goes on below it. */
  say(text: string): void {
    this.#screen.write(this.#screen.isTTY ? `${wholeLine}${text}\n` : `${text}\n`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#screen.isTTY) this.#screen.write(wholeLine);
  }

  get done(): number {
    return this.#done;
  }

  get known(): number {
    return this.#known;
  }

  #isAtAPart(): boolean {
    const partOf = (done: number): number => Math.floor((done * parts) / this.#total);
    return partOf(this.#done) > partOf(this.#done - 1);
  }

  #show(): void {
    const elapsedMs = performance.now() - this.#began;
    const text = progressText({
      done: this.#done,
      known: this.#known,
      total: this.#total,
      elapsedMs,
    });
    this.#screen.write(this.#screen.isTTY ? `${wholeLine}${text}` : `${text}\n`);
  }
}
