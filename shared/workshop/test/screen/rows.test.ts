import { describe, expect, test } from 'vitest';
import { rowsOf, textInRows } from '../../src/screen/rows.ts';

describe('a line that is too wide', () => {
  test('is broken between words, below its own column of a table', () => {
    const line = 'h  the next hint for the check that fails          npm run hint';
    expect(rowsOf(line, 30)).toStrictEqual([
      'h  the next hint for the check',
      '   that fails          npm run',
      '   hint',
    ]);
  });

  test('keeps what it was indented by, where there is no column or too wide a one', () => {
    expect(textInRows('  three words more\n  npm run check -- 01    one lesson', 14)).toBe(
      '  three words\n  more\n  npm run\n  check -- 01\n  one lesson',
    );
  });

  test('is cut where a word is wider than the line, and never without end', () => {
    expect(rowsOf('see http://127.0.0.1:49152/', 12)).toStrictEqual([
      'see',
      'http://127.0',
      '.0.1:49152/',
    ]);
    expect(rowsOf('    wide', 1)).toHaveLength(5);
    expect(rowsOf(' '.repeat(20), 6)).toHaveLength(2);
  });

  test('is counted in columns, and cut between whole letters', () => {
    expect(rowsOf('🧵🧵🧵', 5)).toStrictEqual(['🧵🧵', '🧵']);
    expect(rowsOf('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3)).toStrictEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
    expect(rowsOf('  注文を 受け付けた', 9)).toStrictEqual(['  注文を', '  受け付', '  けた']);
  });

  test('comes to an end where rows are too narrow for any letter', () => {
    expect(rowsOf('  🧵注文', 1)).toStrictEqual(['', '🧵', '注', '文', '']);
  });
});

test('A line that fits stays as it is, spaces at its end too.', () => {
  expect(rowsOf('+  ', 3)).toStrictEqual(['+  ']);
  expect(textInRows('a\n\nb  c\n', Infinity)).toBe('a\n\nb  c\n');
});
