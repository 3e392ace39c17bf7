import { expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { complaintsScreen } from '../../src/screen/complaints.ts';

test('Each complaint names its file and shows the whole message below.', () => {
  const complaints = [
    { file: 'lessons/07/hints.md', message: 'The check `ended` has 2 hints.\n\nAdd a third.' },
    { file: 'lessons/07/lesson.ts', message: 'There is no check.' },
  ];
  expect(complaintsScreen(complaints, plain)).toMatchInlineSnapshot(`
    "✗ lessons/07/hints.md
      The check \`ended\` has 2 hints.

      Add a third.

    ✗ lessons/07/lesson.ts
      There is no check."
  `);
});
