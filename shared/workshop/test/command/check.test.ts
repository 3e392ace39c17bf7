import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { jaegerForTests } from '@tracelings/jaeger';
import { findLesson } from '@tracelings/lesson-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { parseVerdict, parseVerdictLine } from '../fixtures/check-schema.ts';
import { run } from '../fixtures/command.ts';

const { starterFails, checks } = (await findLesson('01')).manifest;
const solution = 'solutions/01-first-span/src';
const jaegerTests = await jaegerForTests();
const noEngine = { DOCKER_HOST: 'unix:///no/such/engine', TRACELINGS_JAEGER_BROKER: undefined };

let clone: Clone;
beforeAll(async () => {
  clone = await Clone.make();
});
afterAll(() => clone[Symbol.asyncDispose]());

describe('npm run check', () => {
  test('judges the starter before the lesson is opened, and makes no copy by itself', async () => {
    await using untouched = await Clone.make();
    const { exitCode, stdout, stderr } = await run(untouched, ['check']);
    const failing = checks.find(({ id }) => id === starterFails);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`✗ ${failing?.title}`);
    expect(stdout).toContain('npm start -- 01 makes your copy of the starter');
    expect(stderr).toBe('');
    expect(await readdir(untouched.join('lessons/01-first-span'))).not.toContain('src');
    expect(existsSync(untouched.join('.tracelings/state.json'))).toBe(false);
  });

  test('judges another folder, and notes nothing of it', async () => {
    const { exitCode, stdout } = await run(clone, ['check', '01', '--subject', solution]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/All \d+ checks pass/);
    expect(existsSync(clone.join('.tracelings/state.json'))).toBe(false);
  });

  test('lays a mistake over the solution, and fails first where the mistake says', async () => {
    const mistake = 'solutions/01-first-span/mistakes/never-ended';
    const declared: unknown = JSON.parse(await clone.read(`${mistake}/mistake.json`));
    const { exitCode, stdout } = await run(clone, ['check', '1', '--json', '--subject', mistake]);
    const failing = parseVerdict(stdout).checks.find((check) => check.verdict !== 'passed');
    expect(exitCode).toBe(1);
    expect(declared).toMatchObject({ check: failing?.id });
  });

  test('tells a folder by where it was typed when npm has moved to the top', async () => {
    const env = { INIT_CWD: clone.join('solutions/01-first-span') };
    const { exitCode } = await run(clone, ['check', '01', '--subject', 'src'], env);
    expect(exitCode).toBe(0);
  });

  test('keeps the learner’s progress', async () => {
    await using own = await Clone.make();
    await run(own, ['start']);
    const main = `lessons/01-first-span/src/tracing.ts`;
    await own.write(main, await own.read(`${solution}/tracing.ts`));
    await run(own, ['check']);
    const state: unknown = JSON.parse(await own.read('.tracelings/state.json'));
    expect(state).toMatchObject({ lesson: '01-first-span', done: [] });
    expect(state).toHaveProperty(['checks', '01-first-span', 0], starterFails);
  });
});

describe('npm run check -- --json', () => {
  test('prints one object that fits its schema, draws a seed, and replays it', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => run(clone, ['check', '01', '--json'])));
    expect(one).toMatchObject({ exitCode: 1, stderr: '' });
    const verdict = parseVerdict(one?.stdout ?? '');
    expect(verdict).toMatchObject({ lesson: '01-first-span', source: 'memory' });
    expect(parseVerdict(other?.stdout ?? '').seed).not.toBe(verdict.seed);
    const typed = ['check', '01', '--json', '--seed', String(verdict.seed)];
    const again = parseVerdict((await run(clone, typed)).stdout);
    expect(again).toStrictEqual({ ...verdict, durationMs: again.durationMs });
  });

  test('gives a folder that is not there a verdict too, and no path of this machine', async () => {
    const typed = ['check', '01', '--json', '--subject', '/tmp/no/such/folder'];
    const { exitCode, stdout } = await run(clone, typed);
    const verdict = parseVerdict(stdout);
    expect(exitCode).toBe(2);
    expect(verdict.verdict).toBe('could-not-run');
    expect(verdict.checks[0]?.message).toContain('There is no folder');
    expect(stdout).not.toContain('/tmp');
  });

  test('says that the program cannot run instead of naming a check', async () => {
    await clone.write('broken/main.ts', 'export async function main( {');
    const { exitCode, stdout } = await run(clone, ['check', '01', '--json', '--subject', 'broken']);
    const verdict = parseVerdict(stdout);
    expect(exitCode).toBe(2);
    expect(new Set(verdict.checks.map((check) => check.verdict))).toStrictEqual(
      new Set(['could-not-run']),
    );
    expect(verdict.checks[0]?.message).toContain('The program could not be loaded');
  });

  test('prints an object a line for all lessons, with the exit code of the worst', async () => {
    const { exitCode, stdout } = await run(clone, ['check', '--all', '--json']);
    const verdicts = stdout.trimEnd().split('\n').map(parseVerdictLine);
    expect(exitCode).toBe(1);
    expect(verdicts.map(({ lesson }) => lesson)).toStrictEqual(['01-first-span', '02-second-span']);
  });
});

describe('npm run check -- --jaeger', () => {
  test('counts against nobody where no container engine is, and says how to go on', async () => {
    const { exitCode, stdout } = await run(clone, ['check', '01', '--jaeger'], noEngine);
    expect(exitCode).toBe(3);
    expect(stdout.slice(stdout.indexOf('  !'))).toMatchInlineSnapshot(`
      "  ! This machine lacks something. Nothing is counted.

      The container engine at unix:///no/such/engine does not answer (connect ENOENT
      /no/such/engine). Start it, or let DOCKER_HOST name one that runs, and try
      again.

      Go on     npm run check -- 01 reads the trace from memory
      "
    `);
  });

  test('prints an object for a missing engine too', async () => {
    const typed = ['check', '01', '--jaeger', '--json', '--subject', solution];
    const { exitCode, stdout, stderr } = await run(clone, typed, noEngine);
    expect(exitCode).toBe(3);
    expect(stderr).toBe('');
    expect(parseVerdict(stdout)).toMatchObject({ source: 'jaeger', points: 0 });
  });
});

// oxlint-disable-next-line vitest/valid-title -- it says why the group is skipped, where it is
describe.skipIf(!jaegerTests.available)(jaegerTests.title('check --jaeger on this machine'), () => {
  test('reads the trace from a real Jaeger', async () => {
    const typed = ['check', '01', '--jaeger', '--json', '--subject', solution];
    const { exitCode, stdout } = await run(clone, typed);
    expect(parseVerdict(stdout)).toMatchObject({ source: 'jaeger', verdict: 'passed' });
    expect(exitCode).toBe(0);
  });
});
