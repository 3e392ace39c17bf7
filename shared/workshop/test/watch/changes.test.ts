import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Changes } from '../../src/watch/changes.ts';
import { scratchFolder } from '../fixtures/scratch.ts';
import { until } from '../fixtures/wait.ts';

describe('changes of a folder', () => {
  test('are seen when a file is saved, each time', async () => {
    await using world = await watchedFolder();
    await world.change('the first save', () => world.save('main.ts', 'one'));
    await world.change('the second save', () => world.save('main.ts', 'two'));
    expect(world.seen()).toBeGreaterThanOrEqual(2);
  });

  test('are seen when a file below is saved, in a folder that came later too', async () => {
    await using world = await watchedFolder();
    await world.change('the new folder', async () => {
      await mkdir(join(world.src, 'bank'));
      await world.save('bank/card.ts', 'one');
    });
    await world.change('the save in it', () => world.save('bank/card.ts', 'two'));
    expect(world.seen()).toBeGreaterThanOrEqual(2);
  });

  test('are seen when an editor puts a new file in the place of the old one', async () => {
    await using world = await watchedFolder();
    await world.change('the rename', async () => {
      await world.save('.main.ts.swp', 'next');
      await rename(join(world.src, '.main.ts.swp'), join(world.src, 'main.ts'));
    });
    await world.change('the save after it', () => world.save('main.ts', 'after'));
    expect(world.seen()).toBeGreaterThanOrEqual(2);
  });

  test('are seen when a file is deleted and when it is put back', async () => {
    await using world = await watchedFolder();
    await world.change('the removal', () => rm(join(world.src, 'main.ts')));
    await world.change('the return', () => world.save('main.ts', 'back'));
    expect(world.seen()).toBeGreaterThanOrEqual(2);
  });

  test('are seen when the folder goes away, comes back, and is worked in again', async () => {
    await using world = await watchedFolder();
    const away = join(world.root, 'away');
    await world.change('the folder going', () => rename(world.src, away));
    await world.change('the folder coming back', () => rename(away, world.src));
    await world.change('the save in it', () => world.save('main.ts', 'again'));
    await world.change('the removal', () => rm(world.src, { recursive: true }));
    await world.change('a folder made anew', async () => {
      await mkdir(world.src);
      await world.save('main.ts', 'anew');
    });
    await world.change('the save in the new one', () => world.save('main.ts', 'newer'));
    expect(world.seen()).toBeGreaterThanOrEqual(6);
  });

  test('are seen when the folder goes some time after its last file', async () => {
    await using world = await watchedFolder();
    await world.change('the removal of the file', () => rm(join(world.src, 'main.ts')));
    await world.change('the folder going', () => rmdir(world.src));
    expect(world.seen()).toBe(2);
  });

  test('are fewer than the saves in a storm of them, and the last save is always seen', async () => {
    await using world = await watchedFolder();
    await world.change('the storm', async () => {
      for (let save = 0; save < 50; save += 1) await world.save('main.ts', `save ${save}`);
    });
    await world.change('the save that ends it', () => world.save('main.ts', 'the last'));
    expect(world.seen()).toBeLessThan(50);
  });

  test('are not seen in an editor’s own files, nor in what a program writes', async () => {
    await using world = await watchedFolder();
    await world.save('.main.ts.swp', 'swap');
    await world.save('main.ts~', 'backup');
    await world.save('4913', 'probe');
    await world.save('orders.log', 'charged');
    await world.change('the save', () => world.save('main.ts', 'saved'));
    expect(world.seen()).toBe(1);
  });
});

async function watchedFolder() {
  const scratch = await scratchFolder();
  const src = join(scratch.path, 'src');
  await mkdir(src);
  await writeFile(join(src, 'main.ts'), 'before');
  let seen = 0;
  const changes = await Changes.of(src, () => (seen += 1));
  return {
    root: scratch.path,
    src,
    seen: () => seen,
    save: (name: string, text: string) => writeFile(join(src, name), text),
    /** Does it, and waits until it has been seen. */
    async change(what: string, act: () => Promise<void>): Promise<void> {
      const before = seen;
      await act();
      await until(`${what} to be seen`, () => seen > before);
    },
    async [Symbol.asyncDispose](): Promise<void> {
      changes[Symbol.dispose]();
      await scratch[Symbol.asyncDispose]();
    },
  };
}
