import { expect, test } from 'vitest';
import { firstToMend } from '../../src/grade/first-to-mend.ts';
import { failed, passed } from '../fixtures/grades.ts';

const waiting = { ...failed, id: 'waits', waits: true } as const;

test('The first check that did not pass is to be mended first.', () => {
  expect(firstToMend([passed, failed, { ...failed, id: 'later' }])).toBe(failed);
});

test('A check that only waits for another comes after it.', () => {
  expect(firstToMend([waiting, failed])).toBe(failed);
  expect(firstToMend([passed, waiting])).toBe(waiting);
});

test('Where all passed there is nothing to mend.', () => {
  expect(firstToMend([passed])).toBeUndefined();
});
