import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { soakArguments } from '../../src/soak/arguments.ts';

it('judges every lesson a thousand times, four at once, where nothing is said', () => {
  expect(soakArguments([])).toEqual({
    runs: 1000,
    atOnce: 4,
    grade: false,
    busy: true,
    keep: undefined,
    help: false,
    lessons: [],
  });
});

it('grades eight at once, in a folder that stays, the lessons that are named', () => {
  const given = soakArguments(['--grade', '--runs', '60', '--keep', 'kept', '--no-busy', '01']);
  expect(given).toMatchObject({ runs: 60, atOnce: 8, grade: true, busy: false, lessons: ['01'] });
  expect(given.keep).toBe(resolve('kept'));
});

it.for(['runs', 'at-once'])('refuses a --%s that is no number', (option) => {
  expect(() => soakArguments([`--${option}=ten`])).toThrow(
    `--${option} takes a whole number above 0, and got "ten".`,
  );
});
