import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';

const lesson = 'lessons/01-first-span';
const solution = 'solutions/01-first-span/src';

describe('npm start without a terminal', () => {
  test('makes the learner’s copy, checks once, says what to do next, and ends well', async () => {
    await using clone = await Clone.make();
    const { exitCode, stdout, stderr } = await run(clone, ['start']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('✗ ');
    expect(stdout).not.toContain('\u001B[');
    expect(stdout.slice(stdout.indexOf('Read '))).toMatchInlineSnapshot(`
      "Read      lessons/01-first-span/README.md
      Yours     lessons/01-first-span/src, a copy of the starter made now
      Edit      lessons/01-first-span/src/tracing.ts:6
                lessons/01-first-span/src/charge-order.ts:5
                lessons/01-first-span/src/main.ts:20
      Go on     npm run check -- 01 checks again
      "
    `);
    expect(await filesOf(clone.join(lesson, 'src'))).toStrictEqual(
      await filesOf(clone.join(lesson, 'starter')),
    );
    expect(await readdir(clone.join('.cache'))).not.toContainEqual(
      expect.stringMatching(/^opening/),
    );
  });

  test('leaves what the learner wrote as it is, and colours a pipe where it is forced to', async () => {
    await using clone = await Clone.make();
    await clone.write(`${lesson}/src/main.ts`, '// mine');
    const { exitCode, stdout } = await run(clone, ['start'], { FORCE_COLOR: '1' });
    expect(exitCode).toBe(0);
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe('// mine');
    expect(stdout).not.toContain('Yours');
    expect(stdout).toContain('\u001B[');
  });

  test('makes one whole copy when two terminals open the same lesson', async () => {
    await using clone = await Clone.make();
    const outcomes = await Promise.all([1, 2].map(() => run(clone, ['start'])));
    expect(outcomes.map(({ exitCode }) => exitCode)).toStrictEqual([0, 0]);
    expect(await filesOf(clone.join(lesson, 'src'))).toStrictEqual(
      await filesOf(clone.join(lesson, 'starter')),
    );
  });

  test('says what was learned and what comes next, once the lesson passes', async () => {
    await using clone = await Clone.make();
    await cp(clone.join(solution), clone.join(lesson, 'src'), { recursive: true });
    const { exitCode, stdout } = await run(clone, ['start']);
    expect(exitCode).toBe(0);
    expect(stdout.slice(stdout.indexOf('Learned'))).toMatchInlineSnapshot(`
      "Learned   A span is seen once it has ended and been delivered; each of the two
                is yours to do.
      Why       solutions/01-first-span/README.md walks through a solution
      Next      02-second-span · A first span
      Go on     npm start -- 02
      "
    `);
    expect((await run(clone, ['lessons'])).stdout).toContain('1 of 2 lessons done.');
  });

  test('brings back what an undo was about to, when that was killed half-way', async () => {
    await using clone = await Clone.make();
    await clone.write(`${lesson}/src.next-${2 ** 30}-a/main.ts`, '// mine');
    const { stdout } = await run(clone, ['start']);
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe('// mine');
    expect(stdout).not.toContain('a copy of the starter');
  });

  test('opens the lesson that is named, and stays with it', async () => {
    await using clone = await Clone.make();
    await run(clone, ['start', '02']);
    const { stdout } = await run(clone, ['start']);
    expect(stdout).toMatch(/^02-second-span/);
  });

  test('goes on after a damaged state, and keeps it aside', async () => {
    await using clone = await Clone.make();
    await clone.write('.tracelings/state.json', 'not ours');
    const { exitCode, stderr } = await run(clone, ['start']);
    expect(exitCode).toBe(0);
    expect(stderr).toMatchInlineSnapshot(`
      ".tracelings/state.json could not be read: it is not JSON.
      Progress starts afresh, and the old file is kept as .tracelings/state.kept-1.json.
      "
    `);
    expect(await clone.read('.tracelings/state.kept-1.json')).toBe('not ours');
  });
});

async function filesOf(directory: string): Promise<Array<[name: string, text: string]>> {
  const names = (await readdir(directory)).toSorted();
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(join(directory, name), 'utf8'),
    ]),
  );
}
