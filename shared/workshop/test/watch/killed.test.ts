import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { finishSwap } from '../../src/lesson/folder-swap.ts';
import { ProgressFile } from '../../src/state/progress-file.ts';
import { endlessProgram, isAlive, startedProgram } from '../fixtures/endless-program.ts';
import { until } from '../fixtures/wait.ts';
import { WatchedLesson, firstFailure } from '../fixtures/watched-lesson.ts';
import { type Files, foldersOf, readFiles } from '../fixtures/workbench.ts';

describe('npm start that is killed with kill -9', { timeout: 60_000 }, () => {
  test('while checking leaves no process behind, and every file as it was', async () => {
    await using watched = await WatchedLesson.open();
    await watched.terminal.shows(firstFailure);
    await watched.clone.write(`${watched.src}/main.ts`, endlessProgram);
    const program = await startedProgram(watched.clone.join(watched.src));
    const before = await readFiles(watched.clone.join(watched.src));
    const started = await watched.terminal.started();
    expect(started).toContain(program);
    await kill(watched, started);
    expect(await readFiles(watched.clone.join(watched.src))).toStrictEqual(before);
    expect(await noticesOf(watched)).toStrictEqual([]);
  });

  test.for([0, 6])(
    'from %i ms after it was told to take a hint and to reset loses nothing',
    async (milliseconds) => {
      await using watched = await WatchedLesson.open();
      const { clone, terminal } = watched;
      await terminal.shows(firstFailure);
      await clone.write(`${watched.src}/main.ts`, 'export const mine = 1;\n');
      await terminal.shows('! The program could not be checked.');
      const bench = benchOf(watched);
      const starter = await readFiles(bench.starter);
      const mine = await readFiles(bench.src);
      const started = await terminal.started();
      await terminal.type('hxyh');
      await pause(milliseconds);
      await kill(watched, started);

      await finishSwap(bench);
      const { src, ...others } = await foldersOf(bench);
      expect([mine, starter]).toContainEqual(src);
      expect([src, ...Object.values<Files>(others)]).toContainEqual(mine);
      expect(await noticesOf(watched)).toStrictEqual([]);
    },
  );
});

/** All that was started is gone afterwards. */
async function kill({ terminal }: WatchedLesson, started: readonly number[]): Promise<void> {
  const [command = 0] = started;
  process.kill(command, 'SIGKILL');
  await until('every process to be gone', () => !started.some((pid) => isAlive(pid)));
  await terminal.shows('ended with 137');
}

/** What the next command would have to say of the state that it finds. */
async function noticesOf({ clone }: WatchedLesson): Promise<string[]> {
  const notices: string[] = [];
  const notes = new ProgressFile(clone.join('.tracelings/state.json'), (notice) =>
    notices.push(notice),
  );
  expect(await notes.read()).toMatchObject({ lesson: '01-first-span', done: [] });
  return notices;
}

function benchOf({ clone }: WatchedLesson) {
  const directory = clone.join('lessons/01-first-span');
  return { directory, starter: join(directory, 'starter'), src: join(directory, 'src') };
}
