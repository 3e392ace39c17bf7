import { describe, expect, it } from 'vitest';

import {
  exceptionEvent,
  Explanation,
  getAllSpans,
  getSpan,
  linkTo,
  queryAllSpans,
  querySpan,
  ShapeError,
  Trace,
} from '../../src/index.ts';
import { neverEnded } from '../fixtures/make-span.ts';
import { chargeCard, checkStock, postOrders } from '../fixtures/order.ts';

// POST /orders · server · error
// ├─ check stock
// └─ charge card · client
const trace = new Trace([postOrders, checkStock, chargeCard]);

function messageFrom(query: () => unknown): string {
  try {
    query();
  } catch (error) {
    if (error instanceof Explanation) return error.message;
    throw error;
  }
  return 'no error';
}

describe('queries', () => {
  it('find spans by name, pattern and fields', () => {
    expect(getSpan(trace, 'check stock')).toBe(checkStock);
    expect(getSpan(trace, { name: /^ch/, kind: 'client' })).toBe(chargeCard);
    expect(getSpan(trace, { parent: 'none' })).toBe(postOrders);
    expect(getAllSpans(trace, /^ch/)).toEqual([checkStock, chargeCard]);
    expect(queryAllSpans(trace, { status: 'error', events: [exceptionEvent()] })).toEqual([
      postOrders,
    ]);
  });

  it('read the trace when they are asked', () => {
    let current = new Trace([]);
    const read = () => current;
    expect(querySpan(read, 'check stock')).toBeUndefined();
    current = trace;
    expect(querySpan(read, 'check stock')).toBe(checkStock);
  });

  it('find spans that never ended', () => {
    const open = new Trace([neverEnded(postOrders)]);
    expect(getSpan(open, 'POST /orders').endTime).toBeUndefined();
  });

  it('that only ask are content with nothing', () => {
    expect(querySpan(trace, 'refund')).toBeUndefined();
    expect(queryAllSpans(trace, 'refund')).toEqual([]);
  });

  it('refuse to ask for nothing, and for what does not exist', () => {
    expect(() => queryAllSpans(trace, {})).toThrow(ShapeError);
    const misspelt: object = { kindness: 'server' };
    expect(() => queryAllSpans(trace, misspelt)).toThrow(/`kindness`, which no span has/);
  });

  it('point a stack at where they were asked', () => {
    const stack = (() => {
      try {
        return getSpan(trace, 'refund').name;
      } catch (error) {
        return error instanceof Error ? error.stack : undefined;
      }
    })();
    expect(stack?.split('\n').find((line) => line.startsWith('    at '))).toContain(
      'queries.test.ts',
    );
  });
});

describe('a query that finds nothing', () => {
  it('names the span that comes nearest', () => {
    expect(messageFrom(() => getSpan(trace, { name: 'charge card', status: 'error' })))
      .toMatchInlineSnapshot(`
        "Expected  a span \`charge card\` with status error
        Found     \`charge card\` comes nearest, with status unset
        Perhaps   the failure may have been handled before the span heard of it
        Next      call span.setStatus({ code: SpanStatusCode.ERROR }) before the span ends

        actual
        POST /orders · server · error
        ├─ check stock
        └─ charge card · client  ← here"
      `);
  });

  it('lists what is there when nothing comes near', () => {
    expect(messageFrom(() => getAllSpans(trace, 'refund'))).toMatchInlineSnapshot(`
      "Expected  a span \`refund\`
      Found     3 other spans: \`POST /orders\`, \`check stock\` and \`charge card\`

      actual
      POST /orders · server · error
      ├─ check stock
      └─ charge card · client"
    `);
  });

  it('gives the likely reasons when nothing is there', () => {
    expect(messageFrom(() => getSpan(new Trace([]), 'refund'))).toMatchInlineSnapshot(`
      "Expected  a span \`refund\`
      Found     no spans at all
      Perhaps   no tracer provider was registered when the spans were started; or it has no span processor
                with an exporter; or no span was ended; or the process ended before the spans were flushed
      Next      look at these four in this order"
    `);
  });

  it('says all that it asked for', () => {
    const query = {
      name: /^pay/,
      kind: 'client',
      status: { code: 'error', message: 'declined' },
      onlyAttributes: { amount: 5, sku: /^A/ },
      noAttributes: ['card.number'],
      events: [exceptionEvent()],
      noEvents: [/retry/],
      links: [linkTo('place order')],
      scope: { name: 'shop', version: /^1/ },
      resource: { 'service.name': 'payment' },
      parent: 'remote',
    } as const;
    expect(messageFrom(() => getSpan(trace, query)).split('\n\n')[0]).toMatchInlineSnapshot(`
      "Expected  a span matching /^pay/ with kind client, status error, \`amount\` = 5, \`sku\` matching /^A/,
                no other attributes and 7 more
      Found     \`POST /orders\` comes nearest, with the name \`POST /orders\`
      Next      rename the span"
    `);
  });
});

describe('a query that finds several', () => {
  it('marks each', () => {
    expect(messageFrom(() => getSpan(trace, /^ch/))).toMatchInlineSnapshot(`
      "Expected  exactly one span matching /^ch/
      Found     2 of them
      Next      ask for more, so that one is left; or use getAllSpans if several are right

      actual
      POST /orders · server · error
      ├─ check stock  ← here
      └─ charge card · client  ← here"
    `);
    expect(messageFrom(() => querySpan(trace, /^ch/))).toContain('2 of them');
  });
});
