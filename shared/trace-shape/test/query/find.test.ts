import { describe, expect, it } from 'vitest';

import { findAllSpans, findSpan, ShapeError, Trace, type Span } from '../../src/index.ts';
import { chargeCard, checkStock, postOrders } from '../fixtures/order.ts';

/** Gives a longer trace with each look. */
function growing(spans: readonly Span[]): () => Trace {
  let looks = 0;
  return () => {
    looks += 1;
    return new Trace(spans.slice(0, looks));
  };
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (failure: unknown) => failure,
  );
}

const quick = { timeout: 20, interval: 1 };

describe('findSpan', () => {
  it('looks until the span is there', async () => {
    const read = growing([postOrders, checkStock, chargeCard]);
    await expect(findSpan(read, 'charge card', { interval: 1 })).resolves.toBe(chargeCard);
  });

  it('looks on after a trace that could not be read', async () => {
    let isReady = false;
    const read = async () => {
      if (isReady) return new Trace([postOrders]);
      isReady = true;
      throw new Error('not there yet');
    };
    await expect(findSpan(read, 'POST /orders', { interval: 1 })).resolves.toBe(postOrders);
  });

  it('says in the end what the last look found wanting', async () => {
    const failure = await failureOf(findSpan(() => new Trace([postOrders]), 'check stock', quick));
    expect(String(failure)).toMatchInlineSnapshot(`
      "Explanation: Expected  a span \`check stock\`, within 20 ms
      Found     1 other span: \`POST /orders\`

      actual
      POST /orders · server · error"
    `);
  });

  it('keeps the reason why the trace could not be read', async () => {
    const cause = new Error('connect ECONNREFUSED');
    const failure = await failureOf(findSpan(() => Promise.reject(cause), 'check stock', quick));
    expect(failure).toMatchObject({ cause });
    expect(String(failure)).toMatchInlineSnapshot(
      `"Error: Looked for a span \`check stock\` within 20 ms, and could not read the trace."`,
    );
  });

  it('does not wait for a query that cannot be answered', async () => {
    const patient = { timeout: 60_000 };
    await expect(findSpan(() => new Trace([]), {}, patient)).rejects.toThrow(ShapeError);
  });
});

describe('findAllSpans', () => {
  it('gives all that match once there is one', async () => {
    const read = growing([postOrders, checkStock, chargeCard]);
    await expect(findAllSpans(read, /^ch/, { interval: 1 })).resolves.toEqual([checkStock]);
  });
});
