import { expect, test } from 'vitest';
import { resultText } from '../../src/lesson/result-text.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';

const lessons = [lessonFolder(), lessonFolder('08-silent-failures')];
const verdict = verdictOf(['passed', 'passed', 'passed']);
const rechecked = lessons.map((lesson) => ({ lesson, verdict: { ...verdict, lesson: lesson.id } }));

test('The result is a page of Markdown with the lessons, their points, and what stays of each.', () => {
  const day = new Date(2026, 10, 21, 12);
  expect(resultText(rechecked, day)).toMatchInlineSnapshot(`
    "# Tracelings: every lesson passes

    On 21 November 2026 all 2 lessons were checked in one go, each with inputs that were new to
    it: 12 of 12 points. \`npm run check -- --all\` checks them again.

    | lesson | | points | what stays |
    | ------ | --- | ------ | ---------- |
    | 07 | Work that outlives its request | 6 of 6 | Work that goes on by itself gets a trace of its own, with a link to its request. |
    | 08 | Work that outlives its request | 6 of 6 | Work that goes on by itself gets a trace of its own, with a link to its request. |
    "
  `);
});
