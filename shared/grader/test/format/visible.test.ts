import { expect, test } from 'vitest';
import { visible, visibleName } from '../../src/format/visible.ts';
import { nastyText } from '../fixtures/grades.ts';

test('What could hide in a text is shown as what it is.', () => {
  expect(visible('a\u202Eb\u0007c\uD800d\uFFFEe')).toBe(String.raw`a\u202eb\x07c\ud800d\u{fffe}e`);
});

test('Lines stay lines, however they end, and colours go away.', () => {
  expect(visible('one\r\ntwo\rthree\n\u001B[31mfour\u001B[0m\tfive')).toBe(
    'one\ntwo\nthree\nfour  five',
  );
});

test('A name is one line.', () => {
  expect(visibleName('one\ntwo')).toBe(String.raw`one\ntwo`);
});

test('Names from all over the world stay as they are.', () => {
  const names = 'Zoë Þórdís 李小龍 محمد नेहा 👩‍💻';
  expect(visibleName(names)).toBe(names);
});

test('Nothing is left in the nastiest text that a reader could not see.', () => {
  expect(visible(nastyText)).not.toMatch(/[^\P{C}\n]/u);
});
