import { expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { proseScreen } from '../../src/screen/prose.ts';

test('Paragraphs are fitted to the width, and code stays as it was written.', () => {
  const markdown = `A paragraph that was broken
somewhere by its author.

\`\`\`ts
const one = 1;

const two = 2; // a long line that is code and stays one line
\`\`\`

The end.`;
  expect(proseScreen(markdown, { ...plain, columns: 24 })).toMatchInlineSnapshot(`
    "A paragraph that was
    broken somewhere by its
    author.

    \`\`\`ts
    const one = 1;

    const two = 2; // a long line that is code and stays one line
    \`\`\`

    The end."
  `);
});
