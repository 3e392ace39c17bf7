import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { LessonScreen } from '../../src/watch/lesson-screen.ts';
import type { Watching } from '../../src/watch/watching.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';
import { withoutRun } from '../../src/lesson/judging.ts';

const verdict = verdictOf(['not-yet', 'passed', 'passed']);
const [early] = verdict.checks;
const judged = withoutRun(verdict);
const opened: Watching = {
  lesson: lessonFolder(),
  phase: 'checking',
  todos: [],
  copied: true,
  notices: [],
  hasKeys: true,
};
const isAtTheEnd = /^↑ \d+ above$/m;

describe('a lesson that was scrolled', () => {
  test('stays where it is when the rest of the verdict arrives, and whatever else is drawn anew', () => {
    const { screen, shown } = smallScreen();
    const failing = { ...opened, early };
    screen.show(failing);
    expect(shown()).toContain('more below');
    screen.scroll(failing, 'end');
    expect(shown()).toMatch(isAtTheEnd);
    const later: Watching[] = [
      { ...opened, phase: 'checked', judged },
      { ...opened, phase: 'checked', judged, page: 'http://127.0.0.1:49152/' },
      { ...opened, phase: 'checked', judged, reply: 'A sentence.' },
      { ...opened, phase: 'checking', judged },
    ];
    const screens = later.map((watching) => {
      screen.show(watching);
      return shown();
    });
    expect(screens.filter((text) => !isAtTheEnd.test(text))).toStrictEqual([]);
  });

  test.for([
    ['another check fails', { judged: withoutRun(verdictOf(['passed', 'not-yet', 'passed'])) }],
    ['the same check says something else', { judged: withoutRun(verdictOf(['not-yet'], 'Else')) }],
    ['a hint is taken', { hint: { check: 'ended', level: 1, levels: 3, title: '', text: 'Why?' } }],
  ] as const)('shows the news when %s', ([_news, change]) => {
    const { screen, shown } = smallScreen();
    const checked: Watching = { ...opened, phase: 'checked', judged };
    screen.show(checked);
    screen.scroll(checked, 'end');
    screen.show({ ...checked, ...change });
    expect(shown()).not.toMatch(isAtTheEnd);
  });

  test('goes on from there, by as much as fits', () => {
    const { screen, shown } = smallScreen();
    const checked: Watching = { ...opened, phase: 'checked', judged };
    screen.show(checked);
    screen.scroll(checked, 'end');
    const end = shown();
    screen.scroll(checked, 'up');
    expect(shown()).toContain('↓ 1 more below');
    screen.scroll(checked, 'w');
    screen.scroll(checked, 'down');
    expect(shown()).toBe(end);
  });
});

function smallScreen() {
  let text = '';
  const canvas = {
    isPlain: false,
    look: plain,
    room: { columns: 80, rows: 12 },
    show: (drawn: string) => (text = drawn),
  };
  return { screen: new LessonScreen(canvas), shown: () => text };
}
