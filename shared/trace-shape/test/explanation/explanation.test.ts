import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Explanation } from '../../src/index.ts';
import { columnsOf } from '../../src/text.ts';

describe('Explanation', () => {
  it('lays out what was sought, what was found, why and what to do', () => {
    const explanation = new Explanation({
      sought: 'exactly one span',
      found: '2 spans: `greet` and `greet`',
      because: 'the function that starts the span may be called twice',
      next: 'look for the second call, and keep one',
    });
    expect(explanation.kind).toBe('other');
    expect(explanation.message).toMatchInlineSnapshot(`
      "Expected  exactly one span
      Found     2 spans: \`greet\` and \`greet\`
      Perhaps   the function that starts the span may be called twice
      Next      look for the second call, and keep one"
    `);
  });

  it('leaves out what is not known', () => {
    expect(new Explanation({ sought: 'a', found: 'b' }).message).toMatchInlineSnapshot(`
      "Expected  a
      Found     b"
    `);
  });

  it('puts two drawings side by side, and one alone beneath its heading', () => {
    const parts = { sought: 'a', found: 'b', actual: 'root\n└─ child' };
    expect(new Explanation(parts).message).toMatchInlineSnapshot(`
      "Expected  a
      Found     b

      actual
      root
      └─ child"
    `);
    expect(new Explanation({ ...parts, expected: 'root' }).message).toMatchInlineSnapshot(`
      "Expected  a
      Found     b

      expected │ actual
      root     │ root
               │ └─ child"
    `);
  });

  it('says the same again with other words in places', () => {
    const first = new Explanation({ sought: 'a', found: 'b', next: 'c', kind: 'missing' });
    const second = first.with({ sought: 'a, within 5 ms' });
    expect(second).toMatchObject({
      kind: 'missing',
      sought: 'a, within 5 ms',
      found: 'b',
      next: 'c',
    });
  });

  it('is never wider than 100 columns, and never moves the cursor', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, text, (sought, found, expected, actual) => {
        const { message } = new Explanation({ sought, found, expected, actual });
        expect(stripVTControlCharacters(message)).toBe(message);
        expect(Math.max(...message.split('\n').map(columnsOf))).toBeLessThanOrEqual(100);
      }),
    );
  });
});
