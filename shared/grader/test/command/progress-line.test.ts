import { expect, test } from 'vitest';
import { ProgressLine } from '../../src/command/progress-line.ts';

test('A terminal has one line, which changes with each and goes away in the end.', () => {
  const screen = new Screen(true);
  const line = new ProgressLine(screen, 2);
  line.count(false);
  line.say('Not graded: zoe.zip.');
  line.count(false);
  line.end();
  const start = String.raw`\r\x1b[2K`;
  expect(
    screen.text.replaceAll('\r', String.raw`\r`).replaceAll('\u001B', String.raw`\x1b`),
  ).toMatch(
    new RegExp(
      ['0 of 2 graded', '1 of 2 graded, .*left', 'Not graded: zoe.zip.\n', '2 of 2 graded', '']
        .map((text) => RegExp.escape(start) + text)
        .join('') + '$',
    ),
  );
});

test('A log has ten lines, however many are graded, and no codes.', () => {
  const screen = new Screen(false);
  const line = new ProgressLine(screen, 500);
  for (let count = 0; count < 500; count += 1) line.count(false);
  line.end();
  const lines = screen.text.trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('500 of 500 graded');
  expect(screen.text).not.toMatch(/[^\P{Cc}\n]/u);
});

class Screen {
  readonly isTTY: boolean;
  text = '';

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }
}
