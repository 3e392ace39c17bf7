import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';

/** A port on which nothing listens, so that no container engine answers. */
const noEngine = { DOCKER_HOST: 'tcp://127.0.0.1:1', TRACELINGS_JAEGER_BROKER: undefined };

/** As npm says it; a command that was typed without it would start an npm to ask. */
const npm = { npm_config_user_agent: 'npm/11.6.0' };

describe('npm run doctor', { timeout: 60_000 }, () => {
  test('ends with 0 where lessons run from memory, and says what else is lacking', async () => {
    await using clone = await Clone.make();
    const { exitCode, stdout } = await run(clone, ['doctor'], noEngine);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('✓ Packages  Everything is installed');
    expect(stdout).toContain('✓ Lessons   The solution of 01-first-span passed, from memory');
    expect(stdout).toContain('– Jaeger    Lessons work without it, from memory');
    expect(stdout).toContain('Lessons can be worked on here: npm start');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toStrictEqual([]);
  });

  test('ends with 3 where no lesson can be checked', async () => {
    await using clone = await Clone.make();
    await rm(clone.join('solutions/01-first-span/src'), { recursive: true });
    const { exitCode, stdout } = await run(clone, ['doctor'], { ...noEngine, ...npm });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('✗ Lessons');
    expect(stdout).toContain('Lessons cannot be checked here yet.');
  });

  test('ends with 3 where it could not fetch what it was asked to', async () => {
    await using clone = await Clone.make();
    const { exitCode, stdout, stderr } = await run(clone, ['doctor', '--prefetch'], {
      ...noEngine,
      ...npm,
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('Jaeger could not be fetched.');
    expect(stdout).toContain('✓ npm       11.6.0 starts every command.');
    expect(stdout).toContain('Lessons can be worked on here');
  });
});
