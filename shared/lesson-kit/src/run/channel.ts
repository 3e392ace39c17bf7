import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Duplex } from 'node:stream';
import { CONTROL_DESCRIPTOR } from './descriptors.ts';

/** The judge's end of the channel to a process. Nothing that comes out of it is trusted. */
export class Channel {
  readonly #stream: Duplex | undefined;

  constructor(child: ChildProcess) {
    const stream = child.stdio[CONTROL_DESCRIPTOR];
    this.#stream = stream instanceof Duplex ? stream : undefined;
    this.#stream?.on('error', () => {});
  }

  send(message: object): void {
    this.#stream?.write(`${JSON.stringify(message)}\n`);
  }

  /** The text that the first line carries under a name; `undefined` when there is none. */
  async receive(name: string): Promise<string | undefined> {
    if (this.#stream === undefined) {
      return undefined;
    }
    for await (const line of createInterface({ input: this.#stream })) {
      return textIn(line, name);
    }
    return undefined;
  }

  close(): void {
    this.#stream?.end();
  }
}

function textIn(line: string, name: string): string | undefined {
  try {
    const message: unknown = JSON.parse(line);
    const entries = typeof message === 'object' && message !== null ? Object.entries(message) : [];
    const value: unknown = entries.find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
