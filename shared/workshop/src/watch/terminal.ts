import process from 'node:process';
import { type Key, emitKeypressEvents } from 'node:readline';
import { Interruption } from '../interruption.ts';
import { type Look, lookOf } from '../look.ts';
import type { Room } from './page.ts';

const home = '\u001B[H';
const clearRestOfLine = '\u001B[K';
const clearBelow = '\u001B[J';
// Terminals that know these show a redraw all at once; others ignore them.
const beginFrame = '\u001B[?2026h';
const endFrame = '\u001B[?2026l';

/**
 * The learner's terminal while a lesson is watched. Whatever ends the process, the terminal is
 * given back as it was.
 */
export class Terminal implements Disposable {
  /** `TERM=dumb` can neither move its cursor nor give single keys; it is written to line by line. */
  readonly isPlain = process.env['TERM'] === 'dumb';
  #isLent = false;
  #ctrlC: Disposable | undefined;
  readonly #early: string[] = [];
  #pressed: (key: string) => void = (key) => this.#early.push(key);
  readonly #hasKeys = !this.isPlain && typeof process.stdin.setRawMode === 'function';

  /** Whether a person sits there: nobody answers in a pipe or on a build machine. */
  static isThere(): boolean {
    const built = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
    return process.stdin.isTTY && process.stdout.isTTY && !built;
  }

  constructor() {
    if (this.#hasKeys) {
      emitKeypressEvents(process.stdin);
      process.stdin.on('keypress', this.#press);
      this.#take();
      process.once('exit', this.#restore);
    }
    // What stood here before moves up into the scrollback instead of being overwritten.
    if (!this.isPlain) process.stdout.write('\n'.repeat(process.stdout.rows ?? 0));
  }

  get hasKeys(): boolean {
    return this.#hasKeys;
  }

  get look(): Look {
    return lookOf(process.stdout);
  }

  get room(): Room {
    return { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
  }

  /** Replaces what is shown. Overwrites line by line, so that nothing flickers. */
  show(text: string): void {
    if (this.#isLent) return;
    if (this.isPlain) {
      process.stdout.write(`\n${text}\n`);
      return;
    }
    const lines = text.split('\n').map((line) => `${line}${clearRestOfLine}\n`);
    process.stdout.write(`${beginFrame}${home}${lines.join('')}${clearBelow}${endFrame}`);
  }

  /**
   * Hands the terminal to another program, as it was before, for as long as that runs; Ctrl-C is that
   * program's too. What is to be shown meanwhile is left out: whoever lends it shows the next screen.
   */
  async lend<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#isLent = true;
    this.#ctrlC ??= Interruption.leaveCtrlCToOthers();
    this.#restore();
    process.stdin.pause();
    try {
      return await work();
    } finally {
      this.#isLent = false;
      this.#take();
    }
  }

  /**
   * Calls back for each key, by its name: `n`, `return`, `ctrl+c`, `shift+g`. Keys that nobody
   * listened to, as between two lessons, come first.
   */
  onKey(pressed: (key: string) => void): Disposable {
    this.#pressed = pressed;
    for (const key of this.#early.splice(0)) pressed(key);
    return { [Symbol.dispose]: () => (this.#pressed = (key) => this.#early.push(key)) };
  }

  onResize(resized: () => void): Disposable {
    process.stdout.on('resize', resized);
    return { [Symbol.dispose]: () => process.stdout.off('resize', resized) };
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#restore);
    this.#restore();
    process.stdin.off('keypress', this.#press);
    process.stdin.pause();
    this.#ctrlC?.[Symbol.dispose]();
  }

  #take(): void {
    if (!this.#hasKeys) return;
    process.stdin.setRawMode(true);
    process.stdin.resume();
  }

  readonly #press = (text: string | undefined, key: Key): void => {
    const name = key.name ?? text ?? '';
    const shift = key.shift && name.length === 1 ? 'shift+' : '';
    this.#pressed(key.ctrl ? `ctrl+${name}` : `${shift}${name}`);
  };

  readonly #restore = (): void => {
    if (this.#hasKeys) process.stdin.setRawMode(false);
  };
}
