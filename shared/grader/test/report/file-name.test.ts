import { expect, test } from 'vitest';
import { fileName } from '../../src/report/file-name.ts';
import { nastyText } from '../fixtures/grades.ts';

test.for([
  ['ada', 'ada'],
  ['ada.lovelace-2', 'ada.lovelace-2'],
  ['Ada', /^ada-[0-9a-f]{8}$/],
  ['monday/ada', /^monday-ada-[0-9a-f]{8}$/],
  ['../../etc/passwd', /^etc-passwd-[0-9a-f]{8}$/],
  ['.', /^learner-[0-9a-f]{8}$/],
  ['', /^learner-[0-9a-f]{8}$/],
  ['李小龍', /^learner-[0-9a-f]{8}$/],
  ['a'.repeat(300), /^a{40}-[0-9a-f]{8}$/],
  [nastyText, /^[a-z0-9-]{1,49}$/],
] as const)('The learner "%s" gets a file that is harmless everywhere.', ([learner, expected]) => {
  expect(fileName(learner)).toMatch(expected);
});

test('Learners whose names differ in what cannot be kept get files of their own.', () => {
  const names = ['Ada', 'ada', 'ADA', 'a/da', 'a-da', 'a:da'];
  expect(new Set(names.map(fileName)).size).toBe(names.length);
});
