import { expect, test } from 'vitest';
import { readingLines } from '../../src/screen/reading.ts';

const markdown = `# A title
Right below it, and broken
somewhere by its author.

- **An item.** It goes
  on below.
- Another.
  1. One within,
     of two lines.

\`\`\`ts
const one = 1;
const two = 2;

- 1;
\`\`\`
After it.

| name      | what it is    |
| --------- | ------------- |
| \`one\`     | the first     |
`;

test('A paragraph or an item is one line, code is as it was written, and a wide table is squeezed.', () => {
  expect(readingLines(markdown, 28).join('\n')).toMatchInlineSnapshot(`
    "# A title
    Right below it, and broken somewhere by its author.

    -  **An item.** It goes on below.
    -  Another.
      1.  One within, of two lines.

    \`\`\`ts
    const one = 1;
    const two = 2;

    - 1;
    \`\`\`
    After it.

    | name | what it is |
    | --- | --- |
    | \`one\` | the first |"
  `);
});

test('A table that fits stays aligned.', () => {
  expect(readingLines(markdown, 29).at(-1)).toBe('| `one`     | the first     |');
});
