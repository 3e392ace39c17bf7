import { expect, test } from 'vitest';
import { wrap } from '../../src/screen/wrap.ts';

test('Prose is broken at its spaces, and its later lines stand under the first.', () => {
  const text = wrap('end the span in a finally block', { columns: 18, first: 'Next  ' });
  expect(text).toMatchInlineSnapshot(`
    "Next  end the span
          in a finally
          block"
  `);
});

test('Wide letters take two columns.', () => {
  expect(wrap('注文を 受け付けた', { columns: 16, first: '次  ' })).toBe(
    '次  注文を\n    受け付けた',
  );
});

test('A word wider than the line stays whole, since half a path leads nowhere.', () => {
  const text = wrap('see lessons/01-first-span/src/main.ts now', { columns: 12 });
  expect(text).toMatchInlineSnapshot(`
    "see
    lessons/01-first-span/src/main.ts
    now"
  `);
});
