import { cp } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';
import { PseudoTerminal } from '../fixtures/pseudo-terminal.ts';

const result = 'tracelings-result.md';

describe('after the last lesson', { timeout: 60_000 }, () => {
  test('n checks all once more and leaves a result, which replaces nothing', async () => {
    await using clone = await finishedClone();
    await using terminal = await PseudoTerminal.open(clone);
    await clone.write(result, 'words of my own');
    await terminal.command(clone, 'start 02');
    expect(await terminal.shows('n all lessons once more')).toContain('every lesson is done');
    await terminal.press('n');
    const end = await terminal.shows('All 2 lessons pass. tracelings-result-2.md says so');
    expect(end).toMatch(/✓ 01-first-span +(\d+)\/\1 {2}done\n✓ 02-second-span +(\d+)\/\2 {2}done/);
    expect(await clone.read('tracelings-result-2.md')).toMatch(
      /^\| 02 \| A first span \| (\d+) of \1 \|/m,
    );
    expect(await clone.read(result)).toBe('words of my own');
  });

  test('a lesson that passes no more is named, and Enter opens it', async () => {
    await using clone = await finishedClone();
    await using terminal = await PseudoTerminal.open(clone);
    await terminal.command(clone, 'start 02');
    await terminal.shows('n all lessons once more');
    await clone.write('lessons/01-first-span/src/main.ts', 'export async function main( {');
    await terminal.press('n');
    const end = await terminal.shows('01-first-span passed before, and does not any more');
    expect(end).toContain('Enter opens 01-first-span');
    const kept = await run(clone, ['check', '--all', '--keep']);
    expect(kept).toMatchObject({ exitCode: 2, stderr: '' });
    expect(kept.stdout).toContain('No\nresult was written. npm start -- 01 opens it.');
    await terminal.press('Enter');
    expect(await terminal.shows('! The program could not be checked.')).toMatch(/^01-first-span/);
  });

  test('the first lesson that is not done comes next, and without a terminal too', async () => {
    await using clone = await finishedClone(['02-second-span']);
    expect((await run(clone, ['start', '02'])).stdout).toMatch(/Go on {5}npm start -- 01\n$/);
    expect((await run(clone, ['start'])).stdout).toMatch(/^01-first-span/);
  });

  test('all of them can be checked once more, and without a terminal too', async () => {
    await using clone = await finishedClone();
    const last = await run(clone, ['start', '02']);
    expect(last.stdout).toMatch(/Go on {5}npm run check -- --all --keep\n$/);
    const kept = await run(clone, ['check', '--all', '--keep']);
    expect(kept).toMatchObject({ exitCode: 0, stderr: '' });
    expect(kept.stdout).toContain(`All 2 lessons pass. ${result} says so, and is yours to keep.`);
    expect(await clone.read(result)).toMatch(/: (\d+) of \1 points/);
    await clone.write('lessons/02-second-span/src/main.ts', 'export async function main() {}');
    await run(clone, ['start', '02']);
    const again = await run(clone, ['start']);
    expect(again.stdout, 'a lesson that was changed again stays').toMatch(/^02-second-span/);
  });
});

/** Lessons solved, as progress knows. */
async function finishedClone(done = ['01-first-span', '02-second-span']): Promise<Clone> {
  const clone = await Clone.make();
  for (const id of done) {
    const solution = clone.join('solutions/01-first-span/src');
    await cp(solution, clone.join('lessons', id, 'src'), { recursive: true });
  }
  const state = { version: 1, lesson: '02-second-span', done, checks: {} };
  await clone.write('.tracelings/state.json', JSON.stringify(state));
  return clone;
}
