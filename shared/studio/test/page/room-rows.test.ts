import { expect, test } from 'vitest';
import { shownLearners, stopKey } from '../../src/page/room-rows.ts';
import { Room } from '../../src/room/room.ts';
import { gradeOf } from '../fixtures/grades.ts';

const room = new Room();
for (const grade of [
  gradeOf({ learner: 'ada', words: ['passed', 'not-yet'] }),
  gradeOf({ learner: 'bob', words: ['not-yet', 'not-yet'] }),
  gradeOf({ learner: 'eve', words: ['passed', 'not-yet'] }),
  gradeOf({ learner: 'zoe', words: ['could-not-run', 'could-not-run'] }),
]) {
  const json = JSON.stringify(grade);
  room.put(json, () => json);
}
const state = room.state({ source: '', isFollowed: false });

test.each([
  ['by name', { order: 'name' }, 'ada bob eve zoe'],
  ['with the fewest points first', { order: 'points' }, 'bob zoe ada eve'],
  ['that one check stops', { order: 'name', stop: '02-nested-spans/check-2' }, 'ada eve'],
  ['that a check of no lesson stops', { order: 'name', stop: '02-nested-spans/gone' }, ''],
] as const)('learners %s', (_title, choice, names) => {
  const shown = shownLearners(state, choice);
  expect(shown.map(({ name }) => name).join(' ')).toBe(names);
});

test('each stop has a name of its own', () => {
  expect(new Set(state.stops.map((stop) => stopKey(stop))).size).toBe(state.stops.length);
});
