import { expect, test } from 'vitest';
import { summaryText } from '../../src/command/summary.ts';
import { excused, gradeWith, nasty, passed } from '../fixtures/grades.ts';
import { writtenBook } from '../fixtures/written-book.ts';

test('A few submissions have a line each, nasty names included.', async () => {
  await using written = await writtenBook([
    gradeWith(),
    { ...nasty, learner: 'bell\u0007\u001B[2J' },
    excused({ learner: 'zoe' }),
    gradeWith({ learner: 'max', checks: [passed] }),
    gradeWith({ learner: 'tom', checks: [{ ...passed, verdict: 'could-not-run', points: 0 }] }),
  ]);
  const reports = { paths: ['/reports/grades.csv'], withheld: ['zoe'] };
  expect(summaryText(written.book, reports, 2)).toMatchInlineSnapshot(`
    "ada, 01-first-span: not yet, 1 of 3 points · the span is ended
    bell\\x07\\x1b[2J, 01-first-span: not yet, 1 of 3 points · the span is ended
    max, 01-first-span: passed, 1 of 1 point
    tom, 01-first-span: could not run, 0 of 1 point
    zoe, 01-first-span: grader failed
    5 submissions of 5 learners: 1 passed, 2 not yet, 1 could not run, 1 grader failed.
    Judged earlier and given again: 2.
    Submissions ran apart from the judge and without a network, by bubblewrap.
    The grader failed on work of 1 learner (zoe), so Gradescope and Classroom 50 get no result for them: it would cost points. --resume tries again.

    Reports:
      /reports/grades.csv"
  `);
});

test('Many are counted, and so are their files.', async () => {
  const grades = Array.from({ length: 30 }, (_none, index) => gradeWith({ learner: `l${index}` }));
  await using written = await writtenBook(grades);
  const paths = grades.map(({ learner }) => `/reports/markdown/${learner}.md`);
  expect(summaryText(written.book, { paths, withheld: [] }, 0)).toMatchInlineSnapshot(`
    "30 submissions of 30 learners: 30 not yet.
    Submissions ran apart from the judge and without a network, by bubblewrap.

    Reports:
      /reports/markdown/ (30 files)"
  `);
});
