import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { report, totalLine } from '../../src/proof/report.ts';
import type { TaskResult } from '../../src/proof/task-result.ts';

const passed: TaskResult = {
  name: 'shared/trace-shape',
  passed: 212,
  failed: 0,
  skipped: [],
  replayed: true,
  output: ['what vitest printed'],
};
const reason = 'Jaeger cannot be had: no container engine was found.';
const skipping: TaskResult = {
  ...passed,
  name: 'shared/jaeger',
  passed: 20,
  replayed: false,
  skipped: [
    { test: 'test/jaeger.test.ts > starts', reason },
    { test: 'test/jaeger.test.ts > answers', reason },
  ],
};
const failing: TaskResult = {
  ...passed,
  name: 'lint',
  passed: 0,
  failed: 1,
  replayed: false,
  output: ['', 'main.ts:3: A promise is left alone.', ''],
};

const plain = (...args: Parameters<typeof report>) => stripVTControlCharacters(report(...args));

it('says in a line what each task came to, and the total last', () => {
  expect(plain([passed], [])).toMatchInlineSnapshot(`
    "✓ shared/trace-shape  212 passed, unchanged

    212 passed, 0 failed"
  `);
});

it('says once why tests were skipped', () => {
  expect(plain([passed, skipping], [])).toMatchInlineSnapshot(`
    "✓ shared/trace-shape  212 passed, unchanged
    ✓ shared/jaeger       20 passed, 2 skipped

    Skipped 2 tests: Jaeger cannot be had: no container engine was found.

    232 passed, 0 failed"
  `);
});

it('shows what a failed task said, and nothing of the others', () => {
  expect(plain([passed, failing], ['Files changed.'])).toMatchInlineSnapshot(`
    "── lint ──
    main.ts:3: A promise is left alone.

    ✓ shared/trace-shape  212 passed, unchanged
    ✗ lint                0 passed, 1 failed

    Files changed.

    212 passed, 1 failed"
  `);
});

it('has something to show for a task that failed without a word', () => {
  expect(plain([{ ...failing, output: [] }], [])).toContain(
    'It ended with an error and printed nothing.',
  );
});

it('counts nothing where nothing ran', () => {
  expect(totalLine([])).toBe('0 passed, 0 failed');
});
