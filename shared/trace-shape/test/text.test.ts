import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';

import { beginningOf, columnsOf, cut, escapeInvisible } from '../src/text.ts';

describe('escapeInvisible', () => {
  it.for([
    ['a\nb\tc\rd', String.raw`a\nb\tc\rd`],
    ['\u0000\u001B[0m\u007F\u009B', String.raw`\x00\x1b[0m\x7f\x9b`],
    ['\u2028\u200B\u2066\uFEFF', String.raw`\u2028\u200b\u2066\ufeff`],
    ['\u{E0001}', String.raw`\u{e0001}`],
    ['\uD83D', String.raw`\ud83d`],
    ['naïve 在庫 👩‍👩‍👧', 'naïve 在庫 👩‍👩‍👧'],
  ] as const)('writes %j as %j', ([text, expected]) => {
    expect(escapeInvisible(text)).toBe(expected);
  });
});

describe('columnsOf', () => {
  it.for([
    ['', 0],
    ['check stock', 11],
    ['naïve · “ok” … ✓ ✗ ├─ ██ → ', 27],
    ['在庫', 4],
    ['👩‍👩‍👧', 2],
    ['e\u0301', 1],
    ['↔\uFE0F', 2],
  ] as const)('gives %j %i columns', ([text, expected]) => {
    expect(columnsOf(text)).toBe(expected);
  });

  it('gives every character of the first plane as many as string-width does', () => {
    const differing = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCodePoint(code))
      .filter((character) => columnsOf(character) !== stringWidth(character))
      .map((character) => escapeInvisible(character));
    expect(differing).toEqual([]);
  });
});

describe('beginningOf', () => {
  it.for([
    ['check stock', 11, 'check stock'],
    ['check stock', 5, 'check'],
    ['在庫確認', 5, '在庫'],
    ['👩‍👩‍👧 family', 1, ''],
    ['check stock', -1, ''],
  ] as const)('of %j in %i columns is %j', ([text, columns, expected]) => {
    expect(beginningOf(text, columns)).toBe(expected);
  });
});

describe('cut', () => {
  it('leaves a text that fits', () => {
    expect(cut('check stock', 11)).toBe('check stock');
  });

  it('ends a text that does not with an ellipsis', () => {
    expect(cut('check stock', 10)).toBe('check sto…');
    expect(cut('check stock', 1)).toBe('…');
    expect(cut('check stock', 0)).toBe('…');
  });

  it('never splits a wide character', () => {
    expect(cut('在庫確認', 4)).toBe('在…');
    expect(cut('👩‍👩‍👧 family', 2)).toBe('…');
  });

  it('keeps within the columns whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 40 }),
        (text, columns) => {
          const visible = escapeInvisible(text);
          const result = cut(visible, columns);
          expect(columnsOf(result)).toBeLessThanOrEqual(columns);
          expect(visible.startsWith(result.replace(/…$/u, ''))).toBe(true);
        },
      ),
    );
  });
});
