import { expect, test } from 'vitest';
import { csv } from '../../src/format/csv.ts';
import { excused, gradeWith, nasty, passed } from '../fixtures/grades.ts';
import { classText } from '../fixtures/report-text.ts';

test('A row for each learner’s lesson, in the order of their names.', async () => {
  const grades = [gradeWith({ learner: 'zoe', checks: [passed] }), gradeWith()];
  expect(await classText(csv, grades)).toMatchInlineSnapshot(`
    "﻿"learner","lesson","verdict","points","max points","first check to mend","message","isolation","seed","graded at","submission","lesson version","grader version"
    "ada","01-first-span","not yet","1","3","the span is ended","Expected  an ended span
    Found     one that never ended","bwrap","7","2026-11-21T10:00:00.000Z","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","0.1.0+abc"
    "zoe","01-first-span","passed","1","1",,,"bwrap","7","2026-11-21T10:00:00.000Z","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","0.1.0+abc"
    "
  `);
});

test('A failure of the grader leaves the points open.', async () => {
  const [, row = ''] = (await classText(csv, [excused()])).split('\r\n');
  expect(row).toContain('"ada","01-first-span","grader failed",,"2",');
});

test('A grade that anybody could have forged says so in its row.', async () => {
  expect(await classText(csv, [gradeWith({ isolation: 'none' })])).toContain('"none (--trust)"');
});

test('Every cell that a spreadsheet would compute is text.', async () => {
  const text = await classText(csv, [nasty]);
  expect(text).toContain(`"'=cmd()|<script>`);
  for (const separator of [',', ';', '\t', '|']) {
    expect(formulasIn(text, separator)).toStrictEqual([]);
  }
});

test.for([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['a;=1', "a;'=1"],
  ['a; "=1', `a; ""'=1`],
  ['well-known', 'well-known'],
] as const)('The name %s is written as %s.', async ([learner, written]) => {
  expect(await classText(csv, [gradeWith({ learner })])).toContain(`\r\n"${written}",`);
});

/** What a spreadsheet would compute that takes this for the separator, with and without quotes. */
function formulasIn(text: string, separator: string): string[] {
  return text
    .split(/[\r\n]/)
    .flatMap((line) => line.split(separator))
    .map((cell) => cell.replace(/^[\s"]+/, ''))
    .filter((cell) => /^[=+\-@]/.test(cell));
}
