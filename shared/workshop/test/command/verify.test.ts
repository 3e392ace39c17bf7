import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';

const noEngine = { DOCKER_HOST: 'unix:///no/such/engine', TRACELINGS_JAEGER_BROKER: undefined };

describe('npm run verify', { timeout: 120_000 }, () => {
  test('proves a lesson, naming what was proved', async () => {
    await using clone = await Clone.make();
    const { exitCode, stdout } = await run(clone, [
      'verify',
      '01',
      '--memory-only',
      '--seeds',
      '1',
    ]);
    expect(stdout).toContain('  ✓ every check has three hints');
    expect(stdout).toContain('01-first-span is proved.');
    expect(stdout).toMatch(/^01-first-span +11 +5 +24 +1 {2}memory only +yes$/m);
    expect(exitCode).toBe(0);
  });

  test('names the file and the mend of what is missing', async () => {
    await using clone = await Clone.make();
    await rm(clone.join('solutions/01-first-span/mistakes'), { recursive: true });
    await rm(clone.join('solutions/01-first-span/alternatives'), { recursive: true });
    await clone.write('lessons/01-first-span/hints.md', '## registered\n\n1. Why?\n');
    const { exitCode, stdout } = await run(clone, [
      'verify',
      '01',
      '--memory-only',
      '--seeds',
      '1',
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ lessons/01-first-span/hints.md');
    expect(stdout).toMatch(/things? (is|are) left to mend in 01-first-span/);
  });

  test('says that the Jaeger half was skipped, and ends with 3 where it is required', async () => {
    await using clone = await Clone.make();
    const required = { ...noEngine, REQUIRE_JAEGER: '1' };
    const { exitCode, stdout } = await run(clone, ['verify', '01', '--seeds', '1'], required);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Skipped: everything that is read from Jaeger.');
  });
});
