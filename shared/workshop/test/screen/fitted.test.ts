import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { fitted, scrolled } from '../../src/screen/fitted.ts';

const lines = Array.from({ length: 9 }, (_none, index) => `line ${index + 1}`);
const parts = {
  head: 'head',
  blocks: [lines.slice(0, 4).join('\n'), lines.slice(4).join('\n')],
  foot: 'foot',
};

describe('a screen that has to fit', () => {
  test('is shown whole where it does', () => {
    const { text, step } = fitted(parts, plain, { columns: 20, rows: 15 });
    expect(text.split('\n')).toHaveLength(14);
    expect(step).toBe(0);
  });

  test('keeps its ends, and says how much there is besides', () => {
    const { text } = fitted(parts, plain, { columns: 20, rows: 8 }, 2);
    expect(text).toMatchInlineSnapshot(`
      "head

      line 3
      line 4

      ↑ 2 · ↓ 5
      foot"
    `);
  });

  test.for([6, 8, 11])('never takes more than the %i rows of the terminal', (rows) => {
    for (const top of [undefined, 0, 3, 99]) {
      const { text } = fitted(parts, plain, { columns: 20, rows }, top);
      expect(text.split('\n').length).toBeLessThan(rows);
    }
  });

  test('takes the brief foot where the long one would be most of the terminal', () => {
    const footed = { ...parts, foot: 'long\nfoot\nof four\nrows', briefFoot: 'brief' };
    const ends = [12, 16].map((rows) => fitted(footed, plain, { columns: 20, rows }).text);
    expect(ends[0]).toMatch(/below\nbrief$/);
    expect(ends[1]).toMatch(/below\nlong\nfoot\nof four\nrows$/);
  });

  test.for([2, 3, 4])('keeps the end in a terminal of %i rows', (rows) => {
    const { text } = fitted(parts, plain, { columns: 20, rows });
    expect(`${text}\n`.split('\n')).toHaveLength(rows);
    expect('line 1\n↓ 9 more below\nfoot').toContain(text);
  });

  test('counts a line that the terminal folds as the rows it takes', () => {
    const wide = { ...parts, blocks: ['w'.repeat(50), ...parts.blocks] };
    const { text } = fitted(wide, plain, { columns: 20, rows: 10 });
    expect(text).toMatchInlineSnapshot(`
      "head

      wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww

      line 1
      ↓ 9 more below
      foot"
    `);
  });

  test('counts wide letters as two columns', () => {
    const wide = { ...parts, blocks: ['注文'.repeat(12), ...parts.blocks] };
    const narrow = { ...parts, blocks: ['w'.repeat(48), ...parts.blocks] };
    const room = { columns: 20, rows: 10 };
    expect(fitted(wide, plain, room).step).toBe(fitted(narrow, plain, room).step);
  });

  test('shows what matters whole, with what fits above it', () => {
    const { text } = fitted({ ...parts, focus: 'line 7\nline 8' }, plain, { columns: 20, rows: 8 });
    expect(text).toMatchInlineSnapshot(`
      "head

      line 6
      line 7
      line 8
      ↑ 6 · ↓ 1
      foot"
    `);
  });

  test('scrolls to both ends and not beyond', () => {
    const room = { columns: 20, rows: 8 };
    const press = (top: number, key: string): number => {
      const next = scrolled(fitted(parts, plain, room, top), key);
      return fitted(parts, plain, room, next).top;
    };
    expect([press(0, 'down'), press(0, 'space'), press(0, 'end')]).toStrictEqual([1, 2, 7]);
    expect([press(7, 'down'), press(7, 'up'), press(1, 'pageup')]).toStrictEqual([7, 6, 0]);
    expect(scrolled(fitted(parts, plain, room), 'h')).toBeUndefined();
    expect(scrolled(fitted(parts, plain, { columns: 20, rows: 30 }), 'down')).toBeUndefined();
  });
});
