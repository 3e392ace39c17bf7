import { type Span, Trace, overlay } from '@tracelings/trace-shape';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/picture/picture.ts';
import { pictureOf } from '../../src/picture/picture-of.ts';
import { chargeCard, checkStock, meant, order } from '../fixtures/order.ts';
import { manySpans, milliseconds, spanOf } from '../fixtures/spans.ts';

function judgedPicture(spans: readonly Span[]): Picture {
  const laid = overlay(new Trace(spans), meant);
  return pictureOf(spans, { sought: '', found: '', spans: [], overlay: laid });
}

function keys(spans: readonly Span[]): string[] {
  return pictureOf(spans).rows.map(({ key }) => key);
}

/** `order [0-1]`, children indented, with what is said about each. */
function drawn({ rows }: Picture): string {
  const lines = rows.map(({ level, kind, name, from, to, notes, state }) => {
    const about = [
      ...(kind === 'span' ? [] : [kind]),
      ...(state === 'plain' ? [] : [state]),
      ...notes,
    ];
    return `${'  '.repeat(level - 1)}${name} [${from}-${to}] ${about.join('; ')}`.trimEnd();
  });
  return `\n${lines.join('\n')}\n`;
}

describe('a picture', () => {
  test('has a row for each span, parents first, with its place in time', () => {
    expect(drawn(judgedPicture([chargeCard, order, checkStock]))).toMatchInlineSnapshot(`
      "
      order [0-1]
        check stock [0.05-0.4]
        charge card [0.45-0.95]
      "
    `);
  });

  test('shows a missing span as an outline in its place', () => {
    expect(drawn(judgedPicture([order, checkStock]))).toMatchInlineSnapshot(`
      "
      order [0-1]
        check stock [0.05-0.4]
        charge card [0-1] missing
      "
    `);
  });

  test('leads from where a span hangs to where it belongs', () => {
    const nested = { ...chargeCard, parent: { spanId: checkStock.spanId } };
    const picture = judgedPicture([order, checkStock, nested]);
    expect(drawn(picture)).toMatchInlineSnapshot(`
      "
      order [0-1]
        check stock [0.05-0.4]
          charge card [0.45-0.95] moved; Belongs under order.
        charge card [0.45-0.95] belongs
      "
    `);
    const [moved, place] = picture.rows.slice(2);
    expect(moved?.target).toBe(place?.key);
  });

  test('says what a span has and what it should have', () => {
    const plain = { ...chargeCard, kind: 'internal' as const };
    expect(drawn(judgedPicture([order, checkStock, plain]))).toMatchInlineSnapshot(`
      "
      order [0-1]
        check stock [0.05-0.4]
        charge card [0.45-0.95] differs; Expected kind client. Found kind internal.
      "
    `);
  });

  test('says what nobody asked for', () => {
    const stranger = spanOf({ id: '9', under: '1', name: 'look twice' });
    expect(drawn(judgedPicture([order, checkStock, chargeCard, stranger]))).toMatchInlineSnapshot(`
      "
      order [0-1]
        look twice [0-0.5] unexpected; Nobody asked for this span.
        check stock [0.05-0.4]
        charge card [0.45-0.95]
      "
    `);
  });

  test('puts the words of a check without an expected tree at its first span', () => {
    const said = { sought: 'an end', found: 'none', spans: [checkStock, order] };
    expect(drawn(pictureOf([order, checkStock], said))).toMatchInlineSnapshot(`
      "
      order [0-1] spoken-of
        check stock [0.05-0.4] spoken-of; Expected an end. Found none.
      "
    `);
  });

  test('gives a span that never ended a bar to the edge', () => {
    const { endTime: _end, ...open } = checkStock;
    const row = pictureOf([order, open]).rows[1];
    expect(row).toMatchObject({ isOpen: true, to: 1, length: 'never ended' });
    expect(row?.facts).toContain('never ended');
  });

  test('has all that a span says, as texts, with nothing invisible in them', () => {
    const hostile = spanOf({
      id: '1',
      name: '<script>alert(1)</script>\u202E',
      attributes: { 'a\u0000b': '\u001B[31mred', list: [1, 'two'], big: 2n ** 60n },
      links: [{ traceId: 'b'.repeat(32), spanId: '5'.repeat(16), attributes: {} }],
      events: [{ name: 'e', time: milliseconds(5), attributes: {} }],
    });
    const [row] = pictureOf([hostile]).rows;
    expect(row?.name).toBe('<script>alert(1)</script>\\u202e');
    expect(row?.details?.attributes).toEqual([
      ['a\\x00b', '"\\u001b[31mred"'],
      ['list', '[1, "two"]'],
      ['big', '1152921504606846976'],
    ]);
    expect(row?.details?.links[0]?.to).toContain('a span that is not in here');
    expect(row?.events).toEqual([{ at: 0.5, text: 'e' }]);
  });

  test('cuts a value that is too long, and says by how much', () => {
    const long = spanOf({ id: '1', attributes: { long: 'x'.repeat(10_000) } });
    const value = pictureOf([long]).rows[0]?.details?.attributes[0]?.[1] ?? '';
    expect(value).toMatch(/^"x+ … and 6002 more characters$/);
  });

  test('keeps the keys of rows from one run to the next', () => {
    const later = [order, checkStock].map((span) => ({
      ...span,
      traceId: 'b'.repeat(32),
      startTime: span.startTime + milliseconds(1),
    }));
    expect(keys(later)).toEqual(keys([order, checkStock]));
    expect(new Set(keys(manySpans(2_000))).size).toBe(2_000);
  });

  test('gives traces that lie far apart a time of their own each', () => {
    const far = spanOf({ id: '9', traceId: 'b'.repeat(32), from: 9_000, to: 9_010 });
    const { lanes, traces, rows } = pictureOf([order, far]);
    expect(lanes.map(({ length }) => length)).toEqual(['20 ms', '10 ms']);
    expect(traces.map(({ name, spans }) => [name, spans])).toEqual([
      ['order', 1],
      ['span 9', 1],
    ]);
    expect(rows.map(({ lane, trace, from }) => [lane, trace, from])).toEqual([
      [0, 0, 0],
      [1, 1, 0],
    ]);
  });

  test('does not mind how deep a trace is', () => {
    const deep = Array.from({ length: 10_000 }, (_none, index) =>
      spanOf({ id: `${index + 1}`, ...(index > 0 && { under: `${index}` }) }),
    );
    expect(pictureOf(deep).rows.at(-1)?.level).toBe(10_000);
  });
});
