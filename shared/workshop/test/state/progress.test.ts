import { describe, expect, test } from 'vitest';
import {
  parseProgress,
  untouched,
  withHint,
  withLesson,
  withVerdict,
  withoutLesson,
  writeProgress,
} from '../../src/state/progress.ts';
import { verdictOf } from '../fixtures/verdicts.ts';

describe('progress', () => {
  test('is written so that people can read it, and read back the same', () => {
    const opened = withLesson(untouched, '07-background-work');
    const progress = withVerdict(opened, verdictOf(['passed', 'not-yet', 'passed']));
    expect(writeProgress(progress)).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "done": [],
        "checks": {
          "07-background-work": [
            "ended",
            "named"
          ]
        },
        "hints": {},
        "starters": {},
        "lesson": "07-background-work"
      }
      "
    `);
    expect(parseProgress(writeProgress(progress))).toStrictEqual(progress);
  });

  test('counts a lesson as done once it passed, whatever is tried out afterwards', () => {
    const done = withVerdict(untouched, verdictOf(['passed', 'passed', 'passed']));
    const later = withVerdict(done, verdictOf(['not-yet', 'passed', 'passed']));
    expect(later.done).toStrictEqual(['07-background-work']);
    expect(later.checks['07-background-work']).toStrictEqual(['registered', 'named']);
    expect(withVerdict(later, verdictOf(['passed', 'passed', 'passed'])).done).toHaveLength(1);
  });

  test('remembers how far the hints were read, and forgets nothing when one is read again', () => {
    const asked = { lesson: '07-background-work', check: 'ended' };
    const second = withHint(withHint(untouched, { ...asked, level: 2 }), { ...asked, level: 1 });
    expect(second.hints).toStrictEqual({ '07-background-work': { ended: 2 } });
    expect(parseProgress(writeProgress(second))).toStrictEqual(second);
  });

  test('begins a lesson again without taking away that it was done', () => {
    const done = withVerdict(untouched, verdictOf(['passed', 'passed', 'passed']));
    const hinted = withHint(done, { lesson: '07-background-work', check: 'ended', level: 2 });
    expect(withoutLesson(hinted, '07-background-work')).toStrictEqual({
      ...untouched,
      done: ['07-background-work'],
    });
  });

  test('is read where an earlier workshop noted no hints', () => {
    expect(parseProgress('{"version":1,"done":[],"checks":{}}')).toStrictEqual(untouched);
  });

  test.for(['could-not-run', 'environment-missing'] as const)(
    'is left alone by a verdict of %s',
    (word) => {
      const before = withVerdict(untouched, verdictOf(['passed', 'not-yet', 'passed']));
      expect(withVerdict(before, verdictOf([word, word, word]))).toBe(before);
    },
  );

  test.for([
    ['{"version":1,"done":["01', 'it is not JSON'],
    ['', 'it is not JSON'],
    ['[]', 'it is not a JSON object'],
    ['{"version":1}', 'it holds something else than progress'],
    ['{"version":1,"done":[7],"checks":{}}', 'it holds something else than progress'],
    ['{"version":1,"done":[],"checks":[]}', 'it holds something else than progress'],
    ['{"version":1,"done":[],"checks":{"01":"all"}}', 'it holds something else than progress'],
    ['{"version":1,"lesson":1,"done":[],"checks":{}}', 'it holds something else than progress'],
    [
      '{"version":1,"done":[],"checks":{},"hints":{"01":{"a":"1"}}}',

      'it holds something else than progress',
    ],
    [
      '{"version":1,"done":[],"checks":{},"starters":{"01":1}}',
      'it holds something else than progress',
    ],
    ['{"version":2,"lessons":{}}', 'it was written by a newer version of the workshop'],
  ] as const)('is not read out of %s', ([text, reason]) => {
    expect(() => parseProgress(text)).toThrow(reason);
  });
});
