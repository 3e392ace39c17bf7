import { execFileSync } from 'node:child_process';
import { beforeEach, describe, it } from 'vitest';
import { ContainerKeeper } from '../src/container-keeper.ts';
import { jaegerForTests } from '../src/index.ts';
import { HolderProcess } from './holder-process.ts';
import { keptContainers } from './kept-containers.ts';

const { available, reason } = await jaegerForTests();
beforeEach(({ skip }) => skip(!available, reason));

const speaking = { message: 'what the process has said so far', timeout: 20_000 };
const creation = { message: 'the second container is created', interval: 5, timeout: 20_000 };
const remaining = {
  message: 'containers and keepers that are left',
  interval: 100,
  timeout: 10_000,
};

describe.concurrent('a process that holds Jaeger containers', { timeout: 60_000 }, () => {
  it('leaves none behind when it is killed with one up and one starting', async ({ expect }) => {
    await using holder = new HolderProcess('start', 'start', 'wait');
    // On a machine with much else to do, the second may be up by the time that somebody looks.
    const said = (): readonly string[] => holder.words.slice(0, 3);
    await expect.poll(said, speaking).toEqual(['creating', 'started', 'creating']);
    await expect.poll(() => keptContainers(holder.ids[1]), creation).toHaveLength(1);
    await holder.kill('SIGKILL');
    await expect.poll(() => remains(holder.ids), remaining).toEqual([]);
  });

  it('leaves none behind when it is killed while one is created', async ({ expect }) => {
    await using holder = new HolderProcess('start');
    await expect.poll(() => holder.words[0], speaking).toBe('creating');
    await holder.kill('SIGKILL');
    await expect.poll(() => remains(holder.ids), remaining).toEqual([]);
  });

  it.for(['SIGINT', 'SIGTERM'] as const)(
    'leaves none behind after a %s to its whole group',
    async (signal, { expect }) => {
      await using holder = new HolderProcess('start', 'wait');
      await expect.poll(() => holder.words, speaking).toEqual(['creating', 'started']);
      await holder.kill(signal);
      await expect.poll(() => remains(holder.ids), remaining).toEqual([]);
    },
  );

  it.for([
    ['runs out of work', ['start']],
    ['crashes', ['start', 'crash']],
  ] as const)('leaves none behind when it %s', async ([, steps], { expect }) => {
    await using holder = new HolderProcess(...steps);
    await holder.ended;
    expect(holder.ids).toHaveLength(1);
    await expect.poll(() => remains(holder.ids), remaining).toEqual([]);
  });

  it('has neither container nor keeper once it has stopped its Jaeger', async ({ expect }) => {
    await using holder = new HolderProcess('stop', 'wait');
    await expect.poll(() => holder.words, speaking).toEqual(['creating', 'stopped']);
    expect(await remains(holder.ids)).toEqual([]);
  });
});

describe('a keeper that was killed', () => {
  it('does not stand in the way of its release', async ({ expect }) => {
    const keeper = await ContainerKeeper.spawn();
    process.kill(keeperPid(keeper.id), 'SIGKILL');
    await keeper.release();
    expect(keeperRuns(keeper.id)).toBe(false);
  });
});

async function remains(ids: readonly string[]): Promise<string[]> {
  const containers = await Promise.all(ids.map((id) => keptContainers(id)));
  return [...containers.flat(), ...ids.filter(keeperRuns)];
}

// The id is an argument of the keeper's command line, and of no other process.
function keeperRuns(id: string): boolean {
  return processes().some((line) => line.includes(id));
}

function keeperPid(id: string): number {
  return Number.parseInt(processes().find((line) => line.includes(id)) ?? '', 10);
}

function processes(): string[] {
  return execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
}
