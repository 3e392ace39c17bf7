import { expect, test } from 'vitest';
import { withoutRun } from '../../src/lesson/judging.ts';
import { untouched } from '../../src/state/progress.ts';
import { pageSnapshot } from '../../src/studio/page-snapshot.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';

test('The page has the first check that fails as early as the screen, and the hints for it.', async () => {
  const judged = withoutRun(verdictOf(['not-yet', 'passed', 'passed']));
  const [, early] = verdictOf(['passed', 'not-yet', 'passed']).checks;
  const lesson = lessonFolder();
  const watching = {
    lesson,
    todos: [],
    copied: false,
    notices: [],
    hasKeys: true,
    judged,
  } as const;
  const checking = await pageSnapshot({ ...watching, phase: 'checking', early }, untouched);
  expect(checking.early).toStrictEqual(early);
  expect(checking.hints?.check).toBe('registered');
  const checked = await pageSnapshot({ ...watching, phase: 'checked' }, untouched);
  expect(checked.early).toBeUndefined();
  expect(checked.hints?.check).toBe('ended');
});
