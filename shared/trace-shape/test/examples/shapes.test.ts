// The README's examples of shapes: each region here stands there word for word.
import {
  anyValue,
  atLeast,
  compare,
  exceptionEvent,
  expectShape,
  Explanation,
  findSpan,
  getSpan,
  linkTo,
  matching,
  queryAllSpans,
  querySpan,
  shape,
  span,
  Trace,
} from '@tracelings/trace-shape';
import { describe, expect, it } from 'vitest';

import { makeSpan } from '../fixtures/make-span.ts';
import { chargeCard, checkStock, exception, postOrders } from '../fixtures/order.ts';

// POST /orders · server · error
// ├─ check stock
// └─ charge card · client
const failedCharge = makeSpan({
  ...chargeCard,
  status: { code: 'error' },
  events: [exception],
  attributes: { 'shop.amount': 12.5 },
});
const trace = new Trace([postOrders, checkStock, failedCharge]);

describe('the README’s example of', () => {
  it('a shape', () => {
    // #region shape
    const positive = matching('a positive number', (value) => Number(value) > 0);
    const order = shape([
      span('POST /orders', { kind: 'server', status: 'error' }, [
        span('check stock'),
        span(/^charge/, {
          count: atLeast(1),
          attributes: { 'shop.amount': positive },
          events: [exceptionEvent({ type: 'CardDeclined' })],
        }),
      ]),
    ]);
    expectShape(trace, order);
    // #endregion
    expect(compare(trace, order)).toBeUndefined();
  });

  it('a link', () => {
    const receipt = makeSpan({
      spanId: '7',
      traceId: 'a'.repeat(32),
      name: 'send receipt',
      links: [{ traceId: postOrders.traceId, spanId: postOrders.spanId, attributes: {} }],
    });
    const both = new Trace([...trace.spans, receipt]);
    // #region link
    const receipts = shape(
      [span('send receipt', { parent: 'none', links: [linkTo('POST /orders')] })],
      { open: true },
    );
    // #endregion
    expect(compare(both, receipts)).toBeUndefined();
    expect(compare(new Trace([{ ...receipt, links: [] }]), receipts)?.kind).toBe('wrong-field');
  });

  it('an explanation', () => {
    const actual = new Trace([postOrders, { ...checkStock, parent: failedCharge }, failedCharge]);
    const expected = shape([span('POST /orders', [span('check stock'), span('charge card')])]);
    // #region explanation
    const explanation = compare(actual, expected);
    const shown = explanation?.message;
    const guilty = explanation?.spans[0]?.name;
    // #endregion
    expect(guilty).toBe('check stock');
    expect(shown).toMatchInlineSnapshot(`
      "Expected  \`check stock\` as a child of \`POST /orders\`
      Found     \`check stock\` is a child of \`charge card\`
      Perhaps   \`charge card\` was the active span when \`check stock\` was started
      Next      start \`check stock\` in the context in which \`POST /orders\` is the active span

      expected               │ actual
      POST /orders           │ POST /orders · server · error
      ├─ check stock  ← here │ └─ charge card · client · error
      └─ charge card         │    └─ check stock  ← here"
    `);
  });

  it('an explanation of one’s own', () => {
    expect(() => forbidAmounts(trace)).toThrow(Explanation);
    expect(() => forbidAmounts(new Trace([postOrders]))).not.toThrow();
  });

  it('queries', async () => {
    const readTrace = async () => trace;
    // #region queries
    const charge = getSpan(trace, { name: /^charge/, status: 'error' });
    const refund = querySpan(trace, 'refund');
    const stock = await findSpan(readTrace, 'check stock', { timeout: 2_000 });
    // #endregion
    expect([charge.name, refund, stock.name]).toEqual(['charge card', undefined, 'check stock']);
  });
});

// #region own-explanation
function forbidAmounts(order: Trace): void {
  const [culprit] = queryAllSpans(order, { attributes: { 'shop.amount': anyValue } });
  if (!culprit) return;
  throw new Explanation({
    sought: 'no amounts in the trace',
    found: `\`${culprit.name}\` with the attribute \`shop.amount\``,
    next: 'leave the attribute out',
    spans: [culprit],
  });
}
// #endregion
