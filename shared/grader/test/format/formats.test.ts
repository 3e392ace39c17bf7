import { expect, test } from 'vitest';
import { chosenFormats, formatNames } from '../../src/format/formats.ts';

test('Every format can be chosen by its name, once.', () => {
  const names = chosenFormats([...formatNames, 'csv']).map(({ name }) => name);
  expect(names).toStrictEqual(formatNames);
});

test('An unknown one is refused with the names there are.', () => {
  expect(() => chosenFormats(['sarif'])).toThrowErrorMatchingInlineSnapshot(
    `[GradeError: There is no format "sarif". The formats are: json, csv, html, markdown, gradescope, classroom50, junit, ctrf.]`,
  );
});
