import { expect, test } from 'vitest';
import { isDone } from '../../src/watch/watching.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';

const watching = { lesson: lessonFolder(), todos: [], copied: false, notices: [], hasKeys: true };
const passed = judged('passed');

test('A lesson is done when the verdict on its last save is that it passed.', () => {
  expect(isDone({ ...watching, phase: 'checked', judged: passed })).toBe(true);
});

test.for([
  ['while the next check runs', 'checking', passed],
  ['while its folder is gone', 'gone', passed],
  ['before its checks pass', 'checked', judged('not-yet')],
  ['when it cannot run', 'checked', judged('could-not-run')],
] as const)('A lesson is not done %s.', ([, phase, last]) => {
  expect(isDone({ ...watching, phase, judged: last })).toBe(false);
});

function judged(word: Parameters<typeof verdictOf>[0][number]) {
  return { verdict: verdictOf([word]), remarks: [], printed: { stdout: '', stderr: '' } };
}
