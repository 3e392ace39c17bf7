import { expect, test } from 'vitest';
import type { Finding } from '../../src/doctor/finding.ts';
import { plain } from '../../src/look.ts';
import { canLearn, findingsScreen } from '../../src/screen/findings.ts';

const good: Finding = { about: 'Node', state: 'good', found: '24.21.0 runs the lessons.' };
const lacking: Finding = {
  about: 'Jaeger',
  state: 'lacking',
  found:
    'Lessons work without it, from memory; check --jaeger, the key j and npm run jaeger do not.',
  mend: 'Install Docker or Podman and start it.',
};
const broken: Finding = {
  about: 'Folders',
  state: 'broken',
  found: 'Nothing can be written in lessons (EACCES).',
  mend: 'Give yourself the right to write there.',
};

test('What is lacking is said with what it means, and keeps nobody from learning.', () => {
  expect(canLearn([good, lacking])).toBe(true);
  expect(findingsScreen([good, lacking], plain)).toMatchInlineSnapshot(`
    "✓ Node      24.21.0 runs the lessons.
    – Jaeger    Lessons work without it, from memory; check --jaeger, the key j and
                npm run jaeger do not.
                Install Docker or Podman and start it.

    Lessons can be worked on here: npm start"
  `);
});

test('What is broken has to be mended first.', () => {
  expect(canLearn([good, broken, lacking])).toBe(false);
  expect(findingsScreen([good, broken], plain)).toMatchInlineSnapshot(`
    "✓ Node      24.21.0 runs the lessons.
    ✗ Folders   Nothing can be written in lessons (EACCES).
                Give yourself the right to write there.

    Lessons cannot be checked here yet. Mend what is marked ✗, from the top, and ask again."
  `);
});
