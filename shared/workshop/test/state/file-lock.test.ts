import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withHint } from '../../src/state/progress.ts';
import { ProgressFile } from '../../src/state/progress-file.ts';
import { withLock } from '../../src/state/file-lock.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const notingProcess = fileURLToPath(new URL('../fixtures/noting-process.ts', import.meta.url));
const kills = 8;

describe('progress that several processes note', { timeout: 60_000 }, () => {
  test('has what each of them noted', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'state.json');
    const lessons = ['01', '02', '03'];
    const said = await Promise.all(
      lessons.map((lesson) => text(startNoting(path, lesson, 20).stdout)),
    );
    expect(said).toStrictEqual(['ready\n', 'ready\n', 'ready\n']);
    const { hints } = await new ProgressFile(path, () => {}).read();
    const counts = lessons.map((lesson) => Object.keys(hints[lesson] ?? {}).length);
    expect(counts).toStrictEqual([20, 20, 20]);
    expect(await readdir(scratch.path)).toStrictEqual(['state.json']);
  });

  test('is whole after a kill at any moment, and holds all that was noted before', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'state.json');
    const notices: string[] = [];
    const file = new ProgressFile(path, (notice) => notices.push(notice));
    for (let kill = 1; kill <= kills; kill += 1) {
      const noting = startNoting(path, `killed-${kill}`, 100_000);
      await once(noting.stdout, 'data');
      await pause(kill * 3);
      noting.kill('SIGKILL');
      await once(noting, 'close');
      const check = `after-${kill}`;
      await file.update((before) => withHint(before, { lesson: '01', check, level: 1 }));
      expect(Object.keys((await file.read()).hints['01'] ?? {})).toHaveLength(kill);
    }
    expect(notices).toStrictEqual([]);
    expect(await readdir(scratch.path)).toStrictEqual(['state.json']);
  });
});

describe('the lock of a file', () => {
  test('is taken over from a process that is gone', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'state.json');
    const gone = spawn('true');
    await once(gone, 'close');
    await writeFile(`${path}.lock`, `${gone.pid} of a process that was killed`);
    await writeFile(`${path}.half.tmp`, 'half a fil');
    expect(await withLock(path, async () => 'done')).toBe('done');
    expect(await readdir(scratch.path)).toStrictEqual([]);
  });

  test.for([
    ['whose owner lives and holds it for too long', `${process.pid} of somebody else`],
    ['that was killed before it had an owner', ''],
  ] as const)('%s is taken over in the end', async ([_whose, held]) => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'state.json');
    await writeFile(`${path}.lock`, held);
    expect(await withLock(path, async () => 'done')).toBe('done');
    expect(await readdir(scratch.path)).toStrictEqual([]);
  });

  test('that was taken over is left to whoever has it now', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'state.json');
    await withLock(path, () => writeFile(`${path}.lock`, 'of the next one'));
    expect(await readFile(`${path}.lock`, 'utf8')).toBe('of the next one');
  });

  test('is given back when the work fails', async () => {
    await using scratch = await scratchFolder();
    const path = join(scratch.path, 'state.json');
    const failing = withLock(path, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await readdir(scratch.path)).toStrictEqual([]);
  });
});

function startNoting(path: string, lesson: string, count: number) {
  return spawn(process.execPath, [notingProcess, path, lesson, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
