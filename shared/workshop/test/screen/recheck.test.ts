import { repository } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { wholeScreen } from '../../src/screen/fitted.ts';
import { conclusionSentence, recheckParts } from '../../src/screen/recheck.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';

const one = lessonFolder();
const other = lessonFolder('08-silent-failures');
const passed = verdictOf(['passed', 'passed', 'passed']);
const passes = { lesson: one, verdict: passed };
const passesToo = { lesson: other, verdict: { ...passed, lesson: other.id } };
const fails = {
  lesson: other,
  verdict: { ...verdictOf(['not-yet', 'passed', 'passed']), lesson: other.id },
};
const view = { kind: 'recheck', lessons: [one, other], done: [one.id, other.id] } as const;

describe('all lessons once more', () => {
  test('are shown one by one while they are checked', () => {
    const screen = wholeScreen(recheckParts({ ...view, rechecked: [passes] }, plain));
    expect(screen).toMatchInlineSnapshot(`
      "Every lesson once more

      ✓ 07-background-work           6/6  done
        08-silent-failures  checking …

      q back to the lesson"
    `);
  });

  test('name the lesson that passes no more, and offer it', () => {
    const screen = wholeScreen(recheckParts({ ...view, rechecked: [passes, fails] }, plain));
    expect(screen).toMatchInlineSnapshot(`
      "Every lesson once more

      ✓ 07-background-work           6/6  done
      ✗ 08-silent-failures           4/6  the span is ended

      1 of 2 lessons pass. 08-silent-failures passed before, and does not any more.

      Enter opens 08-silent-failures · q back to the lesson"
    `);
  });

  test('name the file with the result once all pass', () => {
    const kept = join(repository, 'tracelings-result.md');
    const screen = wholeScreen(
      recheckParts({ ...view, rechecked: [passes, passesToo], kept }, plain),
    );
    expect(screen).toMatchInlineSnapshot(`
      "Every lesson once more

      ✓ 07-background-work           6/6  done
      ✓ 08-silent-failures           6/6  done

      All 2 lessons pass. tracelings-result.md says so, and is yours to keep.

      q back to the lesson"
    `);
  });

  test('claim nothing of the past for a lesson that never passed', () => {
    expect(conclusionSentence({ rechecked: [passes, fails], done: [one.id] })).toBe(
      '1 of 2 lessons pass. 08-silent-failures does not pass yet.',
    );
  });
});
