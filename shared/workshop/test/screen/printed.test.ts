import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { printedScreen } from '../../src/screen/printed.ts';

describe('what the program printed', () => {
  test('is set apart by stream, and said not to be judged', () => {
    const printed = { stdout: 'charged\nshipped\n', stderr: 'careful\n' };
    expect(printedScreen(printed, plain)).toMatchInlineSnapshot(`
      "Your program printed (it is not judged):
      │ charged
      │ shipped

      Your program printed to stderr (it is not judged):
      │ careful"
    `);
  });

  test('takes no room when nothing was printed', () => {
    expect(printedScreen({ stdout: '', stderr: '\n' }, plain)).toBe('');
  });

  test('is capped in lines and in columns', () => {
    const stdout = Array.from({ length: 40 }, (_none, line) => `${line} ${'wide '.repeat(40)}`);
    const screen = printedScreen({ stdout: stdout.join('\n'), stderr: '' }, plain);
    const lines = screen.split('\n');
    expect(lines).toHaveLength(14);
    expect(lines.at(-1)).toBe('│ … and 28 more lines');
    expect(Math.max(...lines.map((line) => line.length))).toBe(80);
  });

  test('is cut by columns, of which wide letters take two', () => {
    const screen = printedScreen({ stdout: '注文を受け付けた'.repeat(9), stderr: '' }, plain);
    expect(screen.split('\n').at(-1)).toBe(`│ ${'注文を受け付けた'.repeat(5).slice(0, 38)}…`);
  });

  test('cannot clear the screen, ring the bell, or colour what comes after', () => {
    const stdout = '\u001B[2J\u001B[31mred\u0007\tdone\b\r\nnext';
    expect(printedScreen({ stdout, stderr: '' }, plain)).toMatchInlineSnapshot(`
      "Your program printed (it is not judged):
      │ red·  done·
      │ next"
    `);
  });
});
