import { cp, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';

const src = 'lessons/01-first-span/src';

describe('npm run hint', { timeout: 60_000 }, () => {
  test('goes from a question to nearly the answer, and then to the walkthrough', async () => {
    await using clone = await Clone.make();
    const first = await run(clone, ['hint']);
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatchInlineSnapshot(`
      "Hint 1 of 3: a tracer provider is registered

      How does a tracer in \`charge-order.ts\` find the provider that \`tracing.ts\`
      built?

      For more: npm run hint -- 01
      "
    `);
    expect((await run(clone, ['hint'])).stdout).toContain('Hint 2 of 3');
    const last = (await run(clone, ['hint'])).stdout;
    expect(last).toMatchInlineSnapshot(`
      "Hint 3 of 3: a tracer provider is registered

      Before \`startTracing()\` returns, call \`trace.setGlobalTracerProvider(provider)\`.

      That was the last hint. solutions/01-first-span/README.md walks through a whole
      solution and says why; open it whenever you like, it is part of the lesson.
      "
    `);
    expect((await run(clone, ['hint'])).stdout).toBe(last);
  });

  test('begins with the first hint again for the next check that fails', async () => {
    await using clone = await Clone.make();
    await openLesson(clone);
    await run(clone, ['hint']);
    const solved = clone.join('solutions/01-first-span/src/tracing.ts');
    await cp(solved, clone.join(src, 'tracing.ts'));
    expect((await run(clone, ['hint'])).stdout).toContain('Hint 1 of 3: one order makes one span');
  });

  test('gives the hint that is asked for, without checking anything', async () => {
    await using clone = await Clone.make();
    const { stdout } = await run(clone, ['hint', '01', '--check', 'flushed', '--level', '2']);
    expect(stdout).toContain('Hint 2 of 3: the span is delivered before main() is done');
    expect((await run(clone, ['hint', '01', '--check', 'flushed'])).stdout).toContain('Hint 3');
  });

  test('says what hinders a program that cannot run, instead of a hint for its first check', async () => {
    await using clone = await Clone.make();
    await openLesson(clone);
    await writeFile(clone.join(src, 'main.ts'), 'export async function main( {');
    const { exitCode, stdout } = await run(clone, ['hint']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('! The program could not be checked.');
    expect(stdout).not.toContain('Hint');
  });

  test('says so when nothing is left to hint at', async () => {
    await using clone = await Clone.make();
    await openLesson(clone);
    await cp(clone.join('solutions/01-first-span/src'), clone.join(src), { recursive: true });
    const { exitCode, stdout } = await run(clone, ['hint']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/All \d+ checks pass/);
    expect(stdout).not.toContain('Hint');
  });

  test.for([
    [['--check', 'ende'], '01-first-span has no check "ende".\nIts checks are: registered, wired,'],
    [['--check', 'ended', '--level', '4'], 'so --level takes 1 to 3.'],
  ] as const)('refuses %j', async ([typed, reason]) => {
    await using clone = await Clone.make();
    const { exitCode, stdout, stderr } = await run(clone, ['hint', '01', ...typed]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });
});

async function openLesson(clone: Clone): Promise<void> {
  await cp(clone.join('lessons/01-first-span/starter'), clone.join(src), { recursive: true });
}
