import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';

const program = `import { findLesson } from '@tracelings/lesson-kit';
import { WaitingRoom } from './watch/waiting-room.ts';
const room = new WaitingRoom(await findLesson('01'));
room[Symbol.dispose]();
room.refill();
`;

test('A waiting room that is refilled after it was closed keeps no process, and nobody from leaving.', async () => {
  await using clone = await Clone.make();
  await clone.write('shared/workshop/src/late-refill.ts', program);
  const left = spawn(process.execPath, [clone.join('shared/workshop/src/late-refill.ts')], {
    stdio: 'inherit',
  });
  await once(left, 'close');
  expect(left.exitCode).toBe(0);
});
