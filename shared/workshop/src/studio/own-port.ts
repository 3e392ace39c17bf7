import { repository } from '@tracelings/lesson-kit';
import { createHash } from 'node:crypto';

/** Where systems hand out ports to whoever asks for any. */
const firstPort = 49_152;
const ports = 16_384;

/** The same for the same folder, so that an open page finds the command again when it is back. */
export function ownPort(folder = repository): number {
  return firstPort + (createHash('sha256').update(folder).digest().readUInt16BE() % ports);
}
