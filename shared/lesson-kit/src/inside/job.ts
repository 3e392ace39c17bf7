import { readSync } from 'node:fs';
import { CONTROL_DESCRIPTOR } from '../run/descriptors.ts';
import { receiveSeal } from './recorder.ts';
import type { Json } from '../lesson/scenario.ts';

/** What the judge tells a process to do. One line of JSON on the channel between them. */
export interface Job {
  readonly role: 'scenario' | 'service' | 'drive';
  /** Absolute path of the lesson's `scenarios.ts`. */
  readonly scenarios: string;
  readonly scenario: string;
  /** The service to start, where the role is `service`. */
  readonly service?: string;
  /** Absolute path of the subject's entry; a drive has none. */
  readonly entry?: string;
  /** Names the entry must export. */
  readonly exports: readonly string[];
  readonly inputs: Json;
  readonly peers: Readonly<Record<string, string>>;
  readonly sink: { readonly kind: 'memory' } | { readonly kind: 'otlp'; readonly url: string };
  /** How long a process may stay alive once its scenario resolved. */
  readonly graceMs: number;
}

/**
 * Waits for the seal and the job. It blocks the whole process on purpose: a process that waits here
 * has loaded everything it needs and costs nothing until its one run begins.
 *
 * Returns `undefined` when the channel was closed without a job, as it is when the judge ended.
 */
export function readJob(): Job | undefined {
  const line = receiveSeal() ? readLine() : '';
  if (line === '') {
    return undefined;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the judge wrote it
  return JSON.parse(line) as Job;
}

function readLine(): string {
  const chunk = Buffer.alloc(64 * 1024);
  const chunks: Buffer[] = [];
  for (;;) {
    const length = readSync(CONTROL_DESCRIPTOR, chunk);
    if (length === 0) {
      return '';
    }
    chunks.push(Buffer.from(chunk.subarray(0, length)));
    if (chunk[length - 1] === 0x0a) {
      return Buffer.concat(chunks).toString('utf8');
    }
  }
}
