import { expect, test } from 'vitest';
import { ContentHash } from '../../src/version/content-hash.ts';

test('The order in which files are added makes no difference.', () => {
  expect(hashOf(['a.ts', 'one'], ['b.ts', 'two'])).toBe(hashOf(['b.ts', 'two'], ['a.ts', 'one']));
});

test.for([
  ['another content', [['a.ts', 'two']]],
  ['another name', [['b.ts', 'one']]],
  [
    'one file more',
    [
      ['a.ts', 'one'],
      ['b.ts', ''],
    ],
  ],
  ['a name that looks like two files', [['a.ts","x"]\n["b.ts', 'one']]],
  ['no file', []],
] as const)('It changes with %s.', ([, files]) => {
  expect(hashOf(...files)).not.toBe(hashOf(['a.ts', 'one']));
});

function hashOf(...files: ReadonlyArray<readonly [string, string]>): string {
  const whole = new ContentHash();
  for (const [path, text] of files) whole.add(path, text);
  return whole.digest();
}
