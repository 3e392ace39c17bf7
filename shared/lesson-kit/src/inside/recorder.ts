import { read as readLater, readSync, writeSync, writevSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { spanFromSdk, toOtlp } from '@tracelings/trace-shape/sdk';
import { CONTROL_DESCRIPTOR, EVIDENCE_DESCRIPTOR, LOST_EVIDENCE_CODE } from '../run/descriptors.ts';
import type { EvidenceLine } from '../run/evidence-line.ts';
import { SEAL_LENGTH } from '../run/seal.ts';

// Taken before any code of a subject runs, which may replace them.
const write = writeSync;
const writev = writevSync;
const { stringify } = JSON;
const from = Buffer.from.bind(Buffer);
const exit = process.exit.bind(process);

// Bytes that are never copied: a snapshot of the heap shows every text there is, and memory that
// was given back is handed to whoever asks for it next.
const seal = Buffer.alloc(SEAL_LENGTH);
const nothing = Buffer.alloc(0);
let written = 0;

/** Takes in the seal, which comes on the channel before the job. `false` when none came. */
export function receiveSeal(): boolean {
  return readControl(seal);
}

/** The same, with time for something else until it comes. */
export async function awaitSeal(): Promise<boolean> {
  const read = promisify(readLater);
  for (let done = 0; done < seal.length;) {
    const { bytesRead } = await read(CONTROL_DESCRIPTOR, seal, done, seal.length - done, null);
    if (bytesRead === 0) return false;
    done += bytesRead;
  }
  // Else the program begins within what was read, and finds a request of the file system open.
  await nextTurn();
  return true;
}

/** Fills the bytes from the channel, however long that takes. `false` when it ended before. */
export function readControl(bytes: Buffer): boolean {
  for (let done = 0; done < bytes.length;) {
    const length = readSync(CONTROL_DESCRIPTOR, bytes, done, bytes.length - done, null);
    if (length === 0) {
      return false;
    }
    done += length;
  }
  return true;
}

/**
 * Appends one line of evidence at once, so that whatever the subject does next, an exit, a crash
 * or a kill, cannot take it back.
 */
export function record(line: EvidenceLine): void {
  // First, because what cannot be said in JSON throws, and half a line would look like tampering.
  const rest = from(`${written} ${stringify(line)}\n`);
  written += 1;
  writeWhole(EVIDENCE_DESCRIPTOR, seal, rest);
}

/** That a service can be called, and where; that all calls of a scenario were made. */
type Word = { readonly listening: string } | { readonly driven: string };

/** Tells the judge something while the run goes on. */
export function tellJudge(message: Word): void {
  writeWhole(CONTROL_DESCRIPTOR, from(`${stringify(message)}\n`));
}

/** A span as a line carries it. */
export function spanOnWire(span: Parameters<typeof spanFromSdk>[0]): unknown {
  return toOtlp([spanFromSdk(span)]);
}

/** In one piece where the system takes it, since each piece wakes the judge. */
function writeWhole(descriptor: number, first: Buffer, second = nothing): void {
  try {
    const done = writev(descriptor, [first, second]);
    writeRest(descriptor, first, done);
    writeRest(descriptor, second, done > first.length ? done - first.length : 0);
  } catch {
    exit(LOST_EVIDENCE_CODE);
  }
}

function writeRest(descriptor: number, bytes: Buffer, start: number): void {
  for (let done = start; done < bytes.length;) {
    done += write(descriptor, bytes, done);
  }
}
