import { describe, expect, test } from 'vitest';
import { extractOf, openPage, turnPage } from '../../src/watch/page.ts';
import type { Page } from '../../src/watch/page.ts';

const room = { columns: 20, rows: 10 };
const lines = Array.from({ length: 12 }, (_none, index) => ({ text: `line ${index + 1}` }));
const page = openPage('Title', () => lines);

describe('a page', () => {
  test('shows as many lines as fit beside its title and its keys', () => {
    const { lines: shown, above, below } = extractOf(page, room);
    expect(shown.map(({ text }) => text)).toStrictEqual(lines.slice(0, 5).map(({ text }) => text));
    expect([above, below]).toStrictEqual([0, 7]);
  });

  test.for([
    [['down'], 'line 2'],
    [['down', 'up', 'up'], 'line 1'],
    [['space'], 'line 6'],
    [['pagedown', 'space', 'space'], 'line 8'],
    [['end'], 'line 8'],
    [['shift+g', 'k'], 'line 7'],
    [['space', 'b'], 'line 1'],
    [['end', 'home'], 'line 1'],
    [['w'], 'line 1'],
  ] as const)('begins after %j with %s', ([keys, first]) => {
    expect(extractOf(press(page, keys), room).lines[0]?.text).toBe(first);
  });

  test.for(['q', 'escape', 'return'])('is closed by %s', (key) => {
    expect(turnPage(page, key, room)).toBeUndefined();
  });

  test('counts a line that is too wide as the rows it takes', () => {
    const wide = openPage('Title', () => [{ text: 'a'.repeat(50), paint: 'good' }, { text: 'b' }]);
    expect(extractOf(wide, room).lines).toStrictEqual([
      { text: 'a'.repeat(20), paint: 'good' },
      { text: 'a'.repeat(20), paint: 'good' },
      { text: 'a'.repeat(10), paint: 'good' },
      { text: 'b' },
    ]);
  });

  test('is laid out anew once the terminal has another width', () => {
    const wide = openPage('Title', (columns) => [{ text: '█'.repeat(columns - 1) }]);
    for (const columns of [20, 10, 30]) {
      const { lines: shown } = extractOf(press(wide, ['w']), { columns, rows: 10 });
      expect(shown).toStrictEqual([{ text: '█'.repeat(columns - 1) }]);
    }
  });

  test('stays within its lines when the terminal becomes larger', () => {
    const atTheEnd = press(page, ['end']);
    expect(extractOf(atTheEnd, { columns: 20, rows: 40 }).lines).toHaveLength(12);
  });
});

function press(opened: Page, keys: readonly string[]): Page {
  return keys.reduce((before, key) => turnPage(before, key, room) ?? before, opened);
}
