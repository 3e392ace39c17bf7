import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prove } from '../src/proof/proof.ts';
import type { TaskResult } from '../src/proof/task-result.ts';
import { ScratchRepository } from './proof/scratch-repository.ts';

async function proveTest(test: string, brokerUrl?: string): Promise<TaskResult> {
  using repository = new ScratchRepository();
  repository.addPackage('shared/one', `import { describe, expect, it } from 'vitest';\n${test}`);
  const { results } = await prove({
    root: repository.root,
    force: false,
    jaeger: { brokerUrl },
    signal: new AbortController().signal,
    onStart: () => {},
  });
  const result = results.find(({ name }) => name === join('shared', 'one'));
  if (result === undefined) throw new Error('The proof did not run the package.');
  return result;
}

const passes = `it('passes', () => expect(1).toBe(1));\n`;

describe('what a package counts as in a proof', () => {
  it('is a test each that passed, failed or was skipped with a reason', async () => {
    const result = await proveTest(`${passes}
      it('fails', () => expect(1).toBe(2));
      it('skips', ({ skip }) => skip('this machine has no tmux'));
      describe.skip('with Jaeger (skipped, there is (or was) no engine)', () => { ${passes} });
    `);
    expect(result).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: [
        { test: 'test/one.test.ts > skips', reason: 'this machine has no tmux' },
        { reason: 'there is (or was) no engine' },
      ],
    });
    expect(result.output.join('\n')).toContain('expected 1 to be 2');
  });

  it('is a failure for a skip without a reason', async () => {
    const result = await proveTest(`${passes} it.skip('is not ready', () => {});`);
    expect(result).toMatchObject({ passed: 1, failed: 1, skipped: [] });
    expect(result.output.join('\n')).toContain(
      'Skipped without an excuse: test/one.test.ts > is not ready',
    );
  });

  it('is a failure for a skip that blames Jaeger where there is one', async () => {
    const test = `${passes} it('looks', ({ skip }) => skip('Jaeger did not start'));`;
    expect(await proveTest(test)).toMatchObject({ passed: 1, failed: 0, skipped: [{}] });
    expect(await proveTest(test, 'http://127.0.0.1:1')).toMatchObject({ passed: 1, failed: 1 });
  });

  it('is a failure for a test that keeps the others from running', async () => {
    expect(await proveTest(`${passes} it.only('alone', () => {});`)).toMatchObject({ failed: 2 });
  });

  it('is a failure for a snapshot that nobody has written yet', async () => {
    const result = await proveTest(`it('is new', () => expect(1).toMatchInlineSnapshot());`);
    expect(result).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure for a file that does not load, and for one without tests', async () => {
    expect(await proveTest(`throw new Error('broken');`)).toMatchObject({ passed: 0, failed: 1 });
    expect(await proveTest('')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure for an error that no test waited for', async () => {
    const result = await proveTest(`${passes} setTimeout(() => { throw new Error('late'); });
      it('waits', () => new Promise((resolve) => setTimeout(resolve, 50)));`);
    expect(result).toMatchObject({ passed: 2, failed: 1 });
  });
});
