import { Explanation } from '@tracelings/trace-shape';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { messageScreen } from '../../src/screen/message.ts';

const { message } = new Explanation({
  sought: 'a tracer provider that the whole program can find',
  found:
    'none: the order was charged as it should be, and no span could be recorded\none more fact',
  next: 'in src/tracing.ts, once the provider is built, call `trace.setGlobalTracerProvider(provider)`; `trace` comes from @opentelemetry/api',
  expected: 'POST /orders  SERVER\n├─ check stock\n└─ charge card',
  actual: 'POST /orders  SERVER\n└─ check stock  CLIENT, and a name of some length',
});

describe('the message of a check', () => {
  test('stays as it is where there is room', () => {
    expect(messageScreen(message, plain)).toBe(message);
  });

  test('is broken anew for a narrower terminal, its drawings one below the other', () => {
    expect(messageScreen(message, { ...plain, messageColumns: 60 })).toMatchInlineSnapshot(`
      "Expected  a tracer provider that the whole program can find
      Found     none: the order was charged as it should be, and
                no span could be recorded
                one more fact
      Next      in src/tracing.ts, once the provider is built,
                call \`trace.setGlobalTracerProvider(provider)\`;
                \`trace\` comes from @opentelemetry/api

      expected
      POST /orders  SERVER
      ├─ check stock
      └─ charge card

      actual
      POST /orders  SERVER
      └─ check stock  CLIENT, and a name of some leng…"
    `);
  });

  test('is broken and cut by columns, of which wide letters take two', () => {
    const wide = new Explanation({
      sought: 'a span named "注文を受け付ける", "在庫を確かめる" and "代金を請求する" each',
      found: 'none of them: 配送を手配する and others, and 👩‍👩‍👧‍👦 takes two columns like every other',
      expected: '注文を受け付ける\n└─ 👩‍👩‍👧‍👦 family',
      actual: '注文を受け付ける\n└─ 配送を手配する時に住所を確かめてから電話する',
    });
    expect(messageScreen(wide.message, { ...plain, messageColumns: 40 })).toMatchInlineSnapshot(`
      "Expected  a span named
                "注文を受け付ける",
                "在庫を確かめる" and
                "代金を請求する" each
      Found     none of them: 配送を手配する
                and others, and 👩‍👩‍👧‍👦 takes two
                columns like every other

      expected
      注文を受け付ける
      └─ 👩‍👩‍👧‍👦 family

      actual
      注文を受け付ける
      └─ 配送を手配する時に住所を確かめてから…"
    `);
  });

  test('keeps drawings side by side where they fit, whatever its prose needs', () => {
    const narrow = messageScreen(message, { ...plain, messageColumns: 80 });
    expect(narrow).toContain('expected             │ actual');
    expect(narrow).toMatch(/no span could be\n {10}recorded\n {10}one more fact/);
  });

  test.for([80, 60, 44])('is no wider than %i columns, but for a long word', (messageColumns) => {
    const lines = messageScreen(message, { ...plain, messageColumns }).split('\n');
    const tooWide = lines.filter((line) => line.length > messageColumns);
    expect(tooWide.filter((line) => line.trim().includes(' '))).toStrictEqual([]);
  });

  test('that was laid out by nobody is wrapped as prose', () => {
    const said = `${'word '.repeat(12).trim()}\nand a line of its own`;
    expect(messageScreen(said, { ...plain, messageColumns: 30 })).toMatchInlineSnapshot(`
      "word word word word word word
      word word word word word word
      and a line of its own"
    `);
  });
});
