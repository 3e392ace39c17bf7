import { expect, test } from 'vitest';
import { proofTable } from '../../src/screen/proof-table.ts';

const row = {
  lesson: '01-first-span',
  checks: 11,
  alternatives: 5,
  mistakes: 24,
  seeds: 3,
  sources: ['memory', 'jaeger'],
  complaints: 0,
};

test('what was proved stands in a table, and so does what was not', () => {
  const other = { ...row, lesson: '05-propagation', sources: ['memory'], complaints: 2 };
  expect(proofTable([row, other, { ...other, complaints: 0 }])).toMatchInlineSnapshot(`
    "lesson          checks  alternatives  mistakes  seeds  sources                  proved
    01-first-span       11             5        24      3  memory and jaeger agree  yes
    05-propagation      11             5        24      3  memory                   no, 2 to mend
    05-propagation      11             5        24      3  memory only              yes"
  `);
});
