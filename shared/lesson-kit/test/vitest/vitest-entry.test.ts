import { join } from 'node:path';
import { describe, it } from 'vitest';
import { errandLesson } from '../fixture-lessons.ts';
import { BrokenLesson } from '../verify/broken-lesson.ts';
import { vitestRun } from './vitest-run.ts';

const CHECKS = (): string => `import { registerChecks } from '@tracelings/lesson-kit/vitest';
await registerChecks(import.meta.url);
`;
const PROOF = (): string => `import { proveLesson } from '@tracelings/lesson-kit/vitest';
await proveLesson(import.meta.url);
`;

describe.concurrent('registerChecks', { timeout: 120_000 }, () => {
  it('shows each check as a test, of the starter at first', async ({ expect }) => {
    await using right = await BrokenLesson.copy({ 'lesson/checks.test.ts': CHECKS });
    const tests = await vitestRun(right.lesson.directory, 'checks.test.ts');
    expect(tests).toMatchInlineSnapshot(`
      [
        "failed: An errand the provider is registered
      Error: Expected  a registered provider
      Found     none
      Next      Hand the provider to trace.setGlobalTracerProvider.",
        "failed: An errand there is one span
      Error: Expected  one span for order-938299b2
      Found     0
      Next      Start one span for each errand.",
        "failed: An errand the span is ended
      Error: Expected  an ended span
      Found     an open one
      Next      Call end().",
        "failed: An errand the span is delivered
      Error: Expected  a delivered span
      Found     none
      Next      Await shutdown().",
        "failed: An errand the span names its order
      Error: Expected  order.id = order-ee973a66
      Found     another value, or none
      Next      Set the attribute order.id.",
      ]
    `);
  });

  it('judges the folder that is named in the environment', async ({ expect }) => {
    await using right = await BrokenLesson.copy({ 'lesson/checks.test.ts': CHECKS });
    const tests = await vitestRun(right.lesson.directory, 'checks.test.ts', {
      TRACELINGS_SUBJECT: join(errandLesson.solution, 'alternatives/batched'),
    });
    expect(tests.map((line) => line.split(':')[0])).toEqual(Array(5).fill('passed'));
  });

  it('judges the learner copy, once there is one', async ({ expect }) => {
    await using right = await BrokenLesson.copy({
      'lesson/checks.test.ts': CHECKS,
      'lesson/src/main.ts': () => 'export const main = () => { throw new Error("mine"); };',
    });
    const tests = await vitestRun(right.lesson.directory, 'checks.test.ts');
    expect(tests).toMatchInlineSnapshot(`
      [
        "failed: An errand the provider is registered
      Error: The program stopped with an error that nobody caught: Error: mine, at main.ts:1
      Nothing was checked yet. Let the work finish, and the checks go on from there.",
        "failed: An errand there is one span
      Error: Nothing to judge: see "the provider is registered".",
        "failed: An errand the span is ended
      Error: Nothing to judge: see "the provider is registered".",
        "failed: An errand the span is delivered
      Error: Nothing to judge: see "the provider is registered".",
        "failed: An errand the span names its order
      Error: Nothing to judge: see "the provider is registered".",
      ]
    `);
  });
});

describe.concurrent('proveLesson', { timeout: 240_000 }, () => {
  it('shows each proof as a test, and each complaint as a failure', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'lesson/proof.test.ts': PROOF,
      'lesson/hints.md': (text) => text.replace('When is the work over?', 'It is over.'),
      'solution/mistakes/open-span/mistake.json': (text) => text.replace('ended', 'delivered'),
    });
    const tests = await vitestRun(broken.lesson.directory, 'proof.test.ts', {
      DOCKER_HOST: 'tcp://127.0.0.1:9',
      REQUIRE_JAEGER: '',
    });
    const failed = tests.filter((line) => line.startsWith('failed'));
    expect(broken.said([{ file: 'failed', message: failed.join('\n\n') }])).toMatchInlineSnapshot(`
      "failed: failed: 01-errand, its folder every check has three hints
      Error: lessons/01-errand/hints.md: the first hint for "ended" asks nothing; make it a question

      failed: 01-errand, its folder every check is the first failure of a mistake
      Error: solutions/01-errand: no mistake fails first at "ended"; write one, or remove the check

      failed: 01-errand, its subjects the mistake open-span fails first at delivered
      Error: solutions/01-errand/mistakes/open-span: is meant as one that fails first at "delivered", but it fails first at "ended" with:
      Expected  an ended span
      Found     an open one
      Next      Call end().
      Mend the check, or what is declared. (seed 1, from memory)"
    `);
    expect(tests.filter((line) => line.startsWith('passed')).length).toBeGreaterThan(15);
    expect(tests.filter((line) => /^(skipped|pending)/.test(line))).toHaveLength(1);
  });
});
