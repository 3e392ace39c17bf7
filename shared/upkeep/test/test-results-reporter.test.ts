import { beforeAll, describe, expect, it } from 'vitest';
import { prove } from '../src/proof/proof.ts';
import type { TaskResult } from '../src/proof/task-result.ts';
import { ScratchRepository } from './proof/scratch-repository.ts';

const passes = `it('passes', () => expect(1).toBe(1));\n`;

const looksForJaeger = `it('looks', ({ skip }) => skip('Jaeger did not start'));`;

const tests = {
  'skips-with-reason': `${passes}
    it('fails', () => expect(1).toBe(2));
    it('skips', ({ skip }) => skip('this machine has no tmux'));
    ${looksForJaeger}
    describe.skip('with Jaeger (skipped, there is (or was) no engine)', () => { ${passes} });`,
  'blames-jaeger': `${passes} ${looksForJaeger}`,
  'skips-without-reason': `${passes} it.skip('is not ready', () => {});`,
  'runs-one-alone': `${passes} it.only('alone', () => {});`,
  'has-a-new-snapshot': `it('is new', () => expect(1).toMatchInlineSnapshot());`,
  'does-not-load': `throw new Error('broken');`,
  'has-no-tests': '',
  'throws-late': `${passes} setTimeout(() => { throw new Error('late'); });
    it('waits', () => new Promise((resolve) => setTimeout(resolve, 50)));`,
};
type PackageName = keyof typeof tests;
type Results = (name: PackageName) => TaskResult | undefined;

/** Proves one package for each of the names, all at once. */
async function proveTests(names: readonly PackageName[], brokerUrl?: string): Promise<Results> {
  using repository = new ScratchRepository();
  for (const name of names) {
    const test = `import { describe, expect, it } from 'vitest';\n${tests[name]}`;
    repository.addPackage(`shared/${name}`, test);
  }
  const { signal } = new AbortController();
  const order = { root: repository.root, force: false, jaeger: { brokerUrl }, signal };
  const { results } = await prove({ ...order, onStart: () => {} });
  return (name) => results.find((result) => result.name === `shared/${name}`);
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys as they are written above
const names = Object.keys(tests) as PackageName[];

describe('what a package counts as in a proof', () => {
  let result: Results;
  beforeAll(async () => {
    result = await proveTests(names.filter((name) => name !== 'blames-jaeger'));
  });

  it('is a test each that passed, failed or was skipped with a reason', () => {
    expect(result('skips-with-reason')).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: [
        { test: 'test/one.test.ts > skips', reason: 'this machine has no tmux' },
        { test: 'test/one.test.ts > looks', reason: 'Jaeger did not start' },
        { reason: 'there is (or was) no engine' },
      ],
    });
    expect(result('skips-with-reason')?.output.join('\n')).toContain('expected 1 to be 2');
  });

  it('is a failure for a skip without a reason', () => {
    expect(result('skips-without-reason')).toMatchObject({ passed: 1, failed: 1, skipped: [] });
    expect(result('skips-without-reason')?.output.join('\n')).toContain(
      'Skipped without an excuse: test/one.test.ts > is not ready',
    );
  });

  it('is a failure for a skip that blames Jaeger where there is one', async () => {
    const withJaeger = await proveTests(['blames-jaeger'], 'http://127.0.0.1:1');
    expect(withJaeger('blames-jaeger')).toMatchObject({ passed: 1, failed: 1 });
  });

  it('is a failure for a test that keeps the others from running', () => {
    expect(result('runs-one-alone')).toMatchObject({ failed: 2 });
  });

  it('is a failure for a snapshot that nobody has written yet', () => {
    expect(result('has-a-new-snapshot')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure for a file that does not load, and for one without tests', () => {
    expect(result('does-not-load')).toMatchObject({ passed: 0, failed: 1 });
    expect(result('has-no-tests')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure for an error that no test waited for', () => {
    expect(result('throws-late')).toMatchObject({ passed: 2, failed: 1 });
  });
});
