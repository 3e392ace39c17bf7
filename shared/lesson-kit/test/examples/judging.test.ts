// The examples of the README: each region here stands there word for word.
import { exitCodeOf, findLesson, judge, memorySource, openSubject } from '@tracelings/lesson-kit';
import { expect, it } from 'vitest';

it('the README’s example of judging a starter', async () => {
  // #region judge
  const lesson = await findLesson('01');
  await using subject = await openSubject(lesson, lesson.starter);
  const { verdict } = await judge({ lesson, subject, source: memorySource(), seed: 1 });
  console.log(exitCodeOf(verdict.verdict), verdict.checks[0]?.message);
  // #endregion
  expect(verdict).toMatchObject({ lesson: '01-first-span', verdict: 'not-yet' });
  expect(exitCodeOf(verdict.verdict)).toBe(1);
});
