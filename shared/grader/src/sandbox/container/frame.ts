import { Buffer } from 'node:buffer';

/** What a frame is about; a process of several has a number. */
export type FrameKind =
  /** To the keeper: start a process, as JSON says. */
  | 'start'
  /** To the keeper: end it. */
  | 'kill'
  /** Either way: the channel between a process and its judge. */
  | 'control'
  /** To the keeper: nothing more comes on that channel. */
  | 'control-end'
  /** From the keeper: what the process wrote. */
  | 'stdout'
  | 'stderr'
  | 'evidence'
  /** From the keeper: the process and all that it had started are gone, as JSON says. */
  | 'exit';

/** A piece of what passes between the judge and the keeper, over one pipe each way. */
export interface Frame {
  readonly kind: FrameKind;
  /** Of the process. */
  readonly run: number;
  readonly bytes: Buffer;
}

const KINDS: readonly FrameKind[] = [
  'start',
  'kill',
  'control',
  'control-end',
  'stdout',
  'stderr',
  'evidence',
  'exit',
];
const HEADER_BYTES = 9;

export function encodeFrame(
  kind: FrameKind,
  run: number,
  bytes: Uint8Array = new Uint8Array(),
): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(KINDS.indexOf(kind), 0);
  header.writeUInt32BE(run, 1);
  header.writeUInt32BE(bytes.length, 5);
  return Buffer.concat([header, bytes]);
}

/** Puts frames together again from however they arrive. */
export class FrameReader {
  #pending: Buffer = Buffer.alloc(0);

  /** The frames that are whole by now. */
  *read(chunk: Buffer): Generator<Frame> {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const frame = this.#next();
      if (frame === undefined) return;
      yield frame;
    }
  }

  #next(): Frame | undefined {
    const pending = this.#pending;
    if (pending.length < HEADER_BYTES) return undefined;
    const end = HEADER_BYTES + pending.readUInt32BE(5);
    const kind = KINDS[pending.readUInt8(0)];
    if (kind === undefined) throw new Error('The container sent something that is no frame.');
    if (pending.length < end) return undefined;
    this.#pending = pending.subarray(end);
    return { kind, run: pending.readUInt32BE(1), bytes: pending.subarray(HEADER_BYTES, end) };
  }
}
