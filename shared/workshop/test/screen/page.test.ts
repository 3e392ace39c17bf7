import { expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { pageScreen } from '../../src/screen/page.ts';
import { openPage } from '../../src/watch/page.ts';

const lines = [{ text: 'one' }, { text: 'two', paint: 'good' as const }, { text: 'three' }];
const page = openPage('A title', () => lines);

test('A page that is longer than the terminal says how much is below.', () => {
  expect(pageScreen(page, plain, { columns: 80, rows: 7 })).toMatchInlineSnapshot(`
    "A title

    one
    two

    q back to the lesson · ↑ ↓ space b · 1 more line below"
  `);
});

test('A page in a narrow terminal still says how to leave it, and how much is below.', () => {
  const shown = pageScreen(page, plain, { columns: 40, rows: 6 });
  expect(shown.split('\n').at(-1)).toBe('q back · ↑ ↓ space b · 2 below');
});

test('A page that fits says how to leave it.', () => {
  expect(pageScreen(page, plain, { columns: 80, rows: 24 })).toMatchInlineSnapshot(`
    "A title

    one
    two
    three

    q back to the lesson"
  `);
});
