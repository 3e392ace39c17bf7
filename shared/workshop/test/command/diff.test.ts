import { cp } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';

const lesson = 'lessons/01-first-span';
const solution = 'solutions/01-first-span/src';

describe('npm run diff', { timeout: 60_000 }, () => {
  test('keeps the solution back until the lesson passes, and says how to see it', async () => {
    await using clone = await openedClone();
    const { exitCode, stdout, stderr } = await run(clone, ['diff']);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatchInlineSnapshot(`
      "The solution of 01-first-span is shown once all its checks pass, so that it
      cannot spoil what is left to find.
      npm run diff -- 01 --spoil shows it now.
      npm run diff -- 01 --starter shows what you have changed so far.
      "
    `);
  });

  test('shows the solution before that with --spoil', async () => {
    await using clone = await openedClone();
    const { exitCode, stdout } = await run(clone, ['diff', '--spoil']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('- yours   + the solution, one right answer of several');
    expect(stdout).toContain(`--- ${lesson}/src/tracing.ts\n+++ ${solution}/tracing.ts`);
    expect(stdout).toContain('+  trace.setGlobalTracerProvider(provider);');
    expect(stdout).not.toContain('\u001B');
  });

  test('colours the lines where colour is wanted', async () => {
    await using clone = await openedClone();
    const { stdout } = await run(clone, ['diff', '--spoil'], { FORCE_COLOR: '1' });
    expect(stdout).toContain('\u001B[32m+  trace.setGlobalTracerProvider(provider);\u001B[39m');
  });

  test('shows what was changed in the starter', async () => {
    await using clone = await openedClone();
    expect((await run(clone, ['diff', '--starter'])).stdout).toBe(
      'Your copy of 01-first-span has the same files as the starter, to the letter.\n',
    );
    await clone.write(`${lesson}/src/notes.ts`, 'export const mine = 1;\n');
    const { stdout } = await run(clone, ['diff', '--starter']);
    expect(stdout).toMatchInlineSnapshot(`
      "- the starter   + yours
      --- /dev/null
      +++ lessons/01-first-span/src/notes.ts
      @@ -0,0 +1 @@
      +export const mine = 1;
      "
    `);
  });

  test('shows the solution once the lesson passes, and goes on doing so', async () => {
    await using clone = await openedClone();
    await cp(clone.join(solution), clone.join(lesson, 'src'), { recursive: true });
    await clone.write(`${lesson}/src/notes.ts`, 'export const mine = 1;\n');
    const passed = await run(clone, ['diff']);
    expect(passed.exitCode).toBe(0);
    expect(passed.stdout).toContain('-export const mine = 1;');
    await clone.write(`${lesson}/src/main.ts`, 'broken since');
    expect((await run(clone, ['diff'])).exitCode).toBe(0);
  });

  test('says that there is nothing of the learner’s to compare', async () => {
    await using clone = await Clone.make();
    const { exitCode, stderr } = await run(clone, ['diff', '01']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "lessons/01-first-span/src is not there yet, so there is nothing of yours to compare.
      npm start -- 01 makes it.
      "
    `);
  });
});

async function openedClone(): Promise<Clone> {
  const clone = await Clone.make();
  await cp(clone.join(lesson, 'starter'), clone.join(lesson, 'src'), { recursive: true });
  return clone;
}
