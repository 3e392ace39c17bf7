import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';

const lesson = '03-errand';
const shop = fileURLToPath(new URL('../../../lesson-kit/test/fixtures/shop', import.meta.url));
const noEngine = { DOCKER_HOST: 'unix:///no/such/engine', TRACELINGS_JAEGER_BROKER: undefined };

describe('npm run verify', { timeout: 120_000 }, () => {
  test('proves a lesson, naming what was proved', async () => {
    await using clone = await errandClone();
    const typed = ['verify', '03', '--memory-only', '--seeds', '1'];
    const { exitCode, stdout } = await run(clone, typed);
    expect(stdout).toContain('  ✓ every check has three hints');
    expect(stdout).toContain(`${lesson} is proved.`);
    const [alternatives, mistakes] = await Promise.all(
      ['alternatives', 'mistakes'].map((kind) => readdir(clone.join('solutions', lesson, kind))),
    );
    const row = `${lesson} 5 ${alternatives?.length} ${mistakes?.length} 1 memory only yes`;
    expect(stdout.replaceAll(/ +/g, ' ')).toContain(`\n${row}\n`);
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
    await using clone = await errandClone();
    const required = { ...noEngine, REQUIRE_JAEGER: '1' };
    const { exitCode, stdout } = await run(clone, ['verify', '03', '--seeds', '1'], required);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Skipped: everything that is read from Jaeger.');
  });
});

/** With one lesson more: it has the fewest mistakes of all that can be proved. */
async function errandClone(): Promise<Clone> {
  const clone = await Clone.make();
  for (const folder of ['lessons', 'solutions']) {
    await cp(join(shop, folder, '01-errand'), clone.join(folder, lesson), { recursive: true });
  }
  const manifest = `lessons/${lesson}/lesson.ts`;
  await clone.write(manifest, (await clone.read(manifest)).replace('01-errand', lesson));
  return clone;
}
