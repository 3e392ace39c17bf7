import { describe, expect, test } from 'vitest';
import { foldAtWords, foldedText } from '../../src/screen/fold.ts';

describe('a line that is too wide', () => {
  test('is broken between words, below its own column of a table', () => {
    const line = 'h  the next hint for the check that fails          npm run hint';
    expect(foldAtWords(line, 30)).toStrictEqual([
      'h  the next hint for the check',
      '   that fails          npm run',
      '   hint',
    ]);
  });

  test('keeps what it was indented by, where there is no column or too wide a one', () => {
    expect(foldedText('  three words more\n  npm run check -- 01    one lesson', 14)).toBe(
      '  three words\n  more\n  npm run\n  check -- 01\n  one lesson',
    );
  });

  test('is cut where a word is wider than the line, and never without end', () => {
    expect(foldAtWords('see http://127.0.0.1:49152/', 12)).toStrictEqual([
      'see',
      'http://127.0',
      '.0.1:49152/',
    ]);
    expect(foldAtWords('    wide', 1)).toHaveLength(5);
    expect(foldAtWords(' '.repeat(20), 6)).toHaveLength(2);
  });

  test('is counted in whole letters', () => {
    expect(foldAtWords('🧵🧵🧵', 2)).toStrictEqual(['🧵🧵', '🧵']);
  });
});

test('A line that fits stays as it is, spaces at its end too.', () => {
  expect(foldAtWords('+  ', 3)).toStrictEqual(['+  ']);
  expect(foldedText('a\n\nb  c\n', Infinity)).toBe('a\n\nb  c\n');
});
