import { marked } from 'marked';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { markdown } from '../../src/format/markdown.ts';
import { visible } from '../../src/format/visible.ts';
import { failed, gradeWith, nasty, nastyText } from '../fixtures/grades.ts';
import { learnerText } from '../fixtures/report-text.ts';
import { elementsOf, textOf } from '../fixtures/html-tree.ts';

test('A learner’s comment: a table for each lesson, then every message.', () => {
  expect(learnerText(markdown, [gradeWith()])).toMatchInlineSnapshot(`
    "## <code>ada</code>: 1 of 3 points

    ### 01-first-span: not yet, 1 of 3 points

    | | check | points |
    | --- | --- | ---: |
    | ✅ passed | a tracer provider is registered | 1/1 |
    | ❌ not yet | the span is ended | 0/2 |

    <details><summary>01-first-span: the span is ended</summary>

    \`\`\`text
    Expected  an ended span
    Found     one that never ended
    \`\`\`

    </details>

    Submissions ran apart from the judge and without a network, by bubblewrap.

    Seeds: 01-first-span 7.
    "
  `);
});

test('A nasty learner brings no element of their own, and no link.', async () => {
  expect(await namesIn(learnerText(markdown, [nasty]))).toStrictEqual(
    await namesIn(learnerText(markdown, [gradeWith()])),
  );
});

test('The nastiest message is read as it was written.', async () => {
  const tree = parseFragment(await marked(learnerText(markdown, [nasty])));
  const block = elementsOf(tree).find(({ nodeName }) => nodeName === 'pre');
  expect(block && textOf(block).trimEnd()).toBe(visible(nastyText));
});

test('A comment never grows beyond what GitHub takes, and says what it leaves out.', () => {
  const check = { ...failed, message: 'a long story\n'.repeat(600) };
  const text = learnerText(markdown, [
    gradeWith({ checks: Array.from({ length: 20 }, () => check) }),
  ]);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/1[0-9] more are in the whole report\./);
});

test('Trust is stated.', () => {
  expect(learnerText(markdown, [gradeWith({ isolation: 'none' })])).toContain('Trusted (--trust)');
});

async function namesIn(text: string): Promise<string[]> {
  return elementsOf(parseFragment(await marked(text))).map(({ nodeName }) => nodeName);
}
