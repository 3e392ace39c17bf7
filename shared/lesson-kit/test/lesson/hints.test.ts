import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../src/index.ts';
import { parseHints } from '../../src/lesson/hints.ts';
import { errandLesson } from '../fixture-lessons.ts';

describe('hints', () => {
  it('are read from the lesson, by check', async () => {
    const hints = await hintsOf(errandLesson);
    expect([...hints.keys()]).toEqual(errandLesson.manifest.checks.map((check) => check.id));
    expect(hints.get('ended')).toEqual([
      'When is the work over?',
      'A span has a method for it.',
      '`span.end()`',
    ]);
  });

  it('may have several lines, lists and code', () => {
    const hints = parseHints(
      [
        '# Hints for this lesson',
        '',
        'A preface with ## in it.',
        '## ended',
        '',
        '1. A question',
        '   on two lines?',
        '2. Look at',
        '',
        '   ```ts',
        '   if (done) {',
        '     span.end();',
        '   }',
        '   ```',
        '3. ## is no heading here',
        '',
      ].join('\r\n'),
    );
    expect([...hints]).toMatchInlineSnapshot(`
      [
        [
          "ended",
          [
            "A question
      on two lines?",
            "Look at

      \`\`\`ts
      if (done) {
        span.end();
      }
      \`\`\`",
            "## is no heading here",
          ],
        ],
      ]
    `);
  });

  it('are empty where the file is', () => {
    expect(parseHints('')).toEqual(new Map());
    expect(parseHints('## alone')).toEqual(new Map([['alone', []]]));
  });
});
