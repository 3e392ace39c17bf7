import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { wholeScreen } from '../../src/screen/fitted.ts';
import { jumpListParts } from '../../src/screen/jump-list.ts';
import { untouched } from '../../src/state/progress.ts';
import { type LessonList, chosenOf, pressInList } from '../../src/watch/lesson-list.ts';
import { lessonFolder } from '../fixtures/verdicts.ts';

const lessons = ['01-first-span', '07-background-work', '08-silent-failures'].map((id) =>
  lessonFolder(id),
);
const list: LessonList = { kind: 'list', lessons, progress: untouched, typed: '', chosen: 0 };

describe('the list of lessons', () => {
  test.for([
    [[], '01-first-span'],
    [['down'], '07-background-work'],
    [['down', 'down', 'down', 'up'], '07-background-work'],
    [['up'], '01-first-span'],
    [['0', '8'], '08-silent-failures'],
    [['shift+s', 'i', 'l'], '08-silent-failures'],
    [['x', 'backspace', 'b', 'a'], '07-background-work'],
    [['t', 'h', 'a', 't', 'space', 'o'], '01-first-span'],
    [['down', 'z', 'z'], undefined],
  ] as const)('points after %j at %s', ([keys, id]) => {
    expect(chosenOf(press(keys))?.id).toBe(id);
  });

  test('is closed by Escape', () => {
    expect(pressInList(list, 'escape')).toBeUndefined();
  });

  test('shows what was typed and which lesson Enter opens', () => {
    expect(wholeScreen(jumpListParts(press(['a', 'down']), plain))).toMatchInlineSnapshot(`
      "Which lesson? a▏

        01-first-span      25 min  not opened yet
      ▸ 07-background-work 25 min  not opened yet
        08-silent-failures 25 min  not opened yet

      0 of 3 lessons done.

      type to search · ↑ ↓ · Enter opens · Esc back"
    `);
    expect(wholeScreen(jumpListParts(press(['z', 'z']), plain))).toContain(
      'No lesson has "zz" in its name',
    );
  });
});

function press(keys: readonly string[]): LessonList {
  return keys.reduce((before, key) => pressInList(before, key) ?? before, list);
}
