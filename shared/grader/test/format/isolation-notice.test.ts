import { expect, test } from 'vitest';
import type { Isolation } from '../../src/grade.ts';
import { isolationNotice } from '../../src/format/isolation-notice.ts';

test('Each tier has its sentence, and trust comes first.', () => {
  const each: readonly (readonly Isolation[])[] = [
    ['bwrap'],
    ['docker'],
    ['none'],
    ['bwrap', 'none'],
    [],
  ];
  expect(each.map(isolationNotice)).toMatchInlineSnapshot(`
    [
      "Submissions ran apart from the judge and without a network, by bubblewrap.",
      "Submissions ran apart from the judge and without a network, in a container.",
      "Trusted (--trust): submissions ran with nothing between them and the judge, so one could have forged its grade or done anything else that this account may do.",
      "Trusted (--trust): some submissions ran with nothing between them and the judge, so one could have forged its grade or done anything else that this account may do. Submissions ran apart from the judge and without a network, by bubblewrap.",
      "Nothing was graded.",
    ]
  `);
});
