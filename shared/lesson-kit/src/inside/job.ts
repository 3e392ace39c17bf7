import { WORD_LENGTH_DIGITS } from '../run/descriptors.ts';
import { readControl } from './recorder.ts';
import type { Json, Peers } from '../lesson/scenario.ts';

/** What the judge tells a process to do, as JSON on the channel between them. */
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
  readonly sink: { readonly kind: 'memory' } | { readonly kind: 'otlp'; readonly url: string };
  /** How long a process may stay alive once its scenario resolved. */
  readonly graceMs: number;
}

/**
 * What comes after the seal. It blocks the whole process until it is there.
 *
 * Returns `undefined` when the channel was closed without a job, as it is when the judge ended.
 */
export function readJob(): Job | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the judge wrote it
  return readWord() as Job | undefined;
}

/**
 * Where the services are that this process needs. It blocks until they are up, and returns
 * `undefined` when one of them is not.
 */
export function readPeers(): Peers | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the judge wrote it
  return readWord() as Peers | undefined;
}

function readWord(): unknown {
  const length = read(WORD_LENGTH_DIGITS);
  const json = length && read(Number(length));
  return json && JSON.parse(json);
}

function read(length: number): string | undefined {
  const bytes = Buffer.alloc(length);
  return readControl(bytes) ? bytes.toString('utf8') : undefined;
}
