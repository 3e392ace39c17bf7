import type { Scenario } from '@tracelings/lesson-kit';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { ProbeInputs } from './probe-lesson.ts';

/** Tries from inside what a wall is there to prevent, and says what it could do. */
export const look: Scenario<unknown, ProbeInputs> = async ({ inputs, observe }) => {
  observe(
    'reads',
    works(() => readFileSync(inputs.secretFile)),
  );
  observe(
    'writes',
    works(() => writeFileSync(inputs.tracesFile, 'the probe was here')),
  );
  observe('inherits', process.env[inputs.variable] !== undefined);
  // The first two numbers are given inside as well.
  observe('signals', inputs.judge > 2 && works(() => process.kill(inputs.judge, 0)));
  observe('connects', await canConnect(inputs.port));
};

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function canConnect(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1', () => resolve(true));
  socket.on('error', () => resolve(false)).unref();
  return promise.finally(() => socket.destroy());
}
