import { expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { lessonListScreen } from '../../src/screen/lesson-list.ts';
import { untouched } from '../../src/state/progress.ts';
import { lessonFolder } from '../fixtures/verdicts.ts';

const lessons = ['01-first-span', '07-background-work', '08-silent-failures'].map((id) =>
  lessonFolder(id),
);

test('The list points at the current lesson and says how far each has come.', () => {
  const progress = {
    ...untouched,
    lesson: '07-background-work',
    done: ['01-first-span'],
    checks: { '07-background-work': ['ended', 'a-check-of-an-older-edition'] },
  };
  expect(lessonListScreen(lessons, progress, plain)).toMatchInlineSnapshot(`
    "  01-first-span      25 min  ✓ done
    ▸ 07-background-work 25 min  1 of 3 checks pass
      08-silent-failures 25 min  not opened yet

    1 of 3 lessons done."
  `);
});

test('The list points at the first lesson before any was opened.', () => {
  expect(lessonListScreen(lessons, untouched, plain).split('\n')[0]).toMatchInlineSnapshot(
    `"▸ 01-first-span      25 min  not opened yet"`,
  );
});

test('The list leaves out the minutes where a line would not fit, and then its end.', () => {
  const [first] = lessonListScreen(lessons, untouched, { ...plain, columns: 40 }).split('\n');
  expect(first).toBe('▸ 01-first-span       not opened yet');
  const [shorter] = lessonListScreen(lessons, untouched, { ...plain, columns: 30 }).split('\n');
  expect(shorter).toBe('▸ 01-first-span       not ope…');
});
