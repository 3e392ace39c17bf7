import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { describe, it } from 'vitest';
import { TaskKeeper } from '../../src/proof/task-keeper.ts';

/*
 * leader ── child in a group of its own, which SIGTERM does not end
 */
const family = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', \`
    process.on('SIGTERM', () => {});
    setInterval(() => {}, 1000);
    console.log(process.pid);
  \`], { detached: true, stdio: ['ignore', 'inherit', 'ignore'] });
  setInterval(() => {}, 1000);
`;

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('It ended without a word.');
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

const goneWithin = { timeout: 15_000, interval: 50 };

// Side by side, for the stubborn are given seconds to end.
describe.concurrent('the keeper of tasks', () => {
  it('ends a process and its stubborn descendants when told to', async ({ expect }) => {
    const leader = spawn(process.execPath, ['-e', family], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const child = Number(await firstLine(leader.stdout));
    const keeper = new TaskKeeper(Number(leader.pid));
    keeper.stop();
    await once(leader, 'exit');
    await expect.poll(() => isAlive(child), goneWithin).toBe(false);
  });

  it('ends them as well when its owner is killed without a chance to say so', async ({
    expect,
  }) => {
    const owner = spawn(process.execPath, ['--input-type=module', '-e', ownerProgram()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const child = Number(await firstLine(owner.stdout));
    expect(isAlive(child)).toBe(true);
    owner.kill('SIGKILL');
    await expect.poll(() => isAlive(child), goneWithin).toBe(false);
  });

  it('leaves everything alone once released', async ({ expect }) => {
    const leader = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
    });
    const keeper = new TaskKeeper(Number(leader.pid));
    const ended = keeper.release();
    await ended;
    expect(isAlive(Number(leader.pid))).toBe(true);
    leader.kill('SIGKILL');
  });
});

function ownerProgram(): string {
  const keeper = new URL('../../src/proof/task-keeper.ts', import.meta.url).href;
  return `
    import { spawn } from 'node:child_process';
    import { TaskKeeper } from ${JSON.stringify(keeper)};
    const leader = spawn(process.execPath, ['-e', ${JSON.stringify(family)}], {
      detached: true, stdio: ['ignore', 'inherit', 'ignore'],
    });
    new TaskKeeper(leader.pid);
    setInterval(() => {}, 1000);
  `;
}
