import { describe, expect, it } from 'vitest';

import '../src/vitest.ts';
import { noSpans, shape, span, Trace } from '../src/index.ts';
import { chargeCard, checkStock, order, postOrders } from './fixtures/order.ts';

const trace = new Trace([postOrders, checkStock, chargeCard]);
const empty = new Trace([]);

function messageFrom(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no error';
}

describe('toHaveShape', () => {
  it('passes for a trace of that shape', () => {
    expect(trace).toHaveShape(order);
    expect(trace).not.toHaveShape(shape([span('refund')]));
    expect(empty).toHaveShape(noSpans());
  });

  it('fails with the explanation', () => {
    expect(messageFrom(() => expect(new Trace([postOrders, chargeCard])).toHaveShape(order)))
      .toMatchInlineSnapshot(`
      "Expected  a span \`check stock\` as a child of \`POST /orders\`
      Found     \`POST /orders\` has one child: \`charge card\`
      Next      start \`check stock\` while \`POST /orders\` is the active span, and end it

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error  ← under here
      ├─ check stock  ← missing          │ └─ charge card · client
      └─ /^charge/ · client · at least 1 │"
    `);
  });

  it('fails the other way round, with what is there', () => {
    expect(messageFrom(() => expect(trace).not.toHaveShape(order))).toMatchInlineSnapshot(`
      "Expected  a trace of another shape
      Found     a trace that has this one

      actual
      POST /orders · server · error
      ├─ check stock
      └─ charge card · client"
    `);
  });
});

describe('toHaveSpan', () => {
  it('passes when one or more match', () => {
    expect(trace).toHaveSpan('check stock');
    expect(trace).toHaveSpan({ name: /^ch/ });
    expect(trace).not.toHaveSpan('refund');
  });

  it('fails with the nearest', () => {
    expect(messageFrom(() => expect(trace).toHaveSpan({ name: 'check stock', kind: 'client' })))
      .toMatchInlineSnapshot(`
      "Expected  a span \`check stock\` with kind client
      Found     \`check stock\` comes nearest, with kind internal
      Next      start the span with { kind: SpanKind.CLIENT }

      actual
      POST /orders · server · error
      ├─ check stock  ← here
      └─ charge card · client"
    `);
  });

  it('fails the other way round, with those that match', () => {
    expect(messageFrom(() => expect(trace).not.toHaveSpan(/^ch/))).toMatchInlineSnapshot(`
      "Expected  no span matching /^ch/
      Found     2 such spans

      actual
      POST /orders · server · error
      ├─ check stock  ← here
      └─ charge card · client  ← here"
    `);
  });
});

describe('toBeEmptyTrace', () => {
  it('passes for a trace without spans only', () => {
    expect(empty).toBeEmptyTrace();
    expect(trace).not.toBeEmptyTrace();
    expect(messageFrom(() => expect(trace).toBeEmptyTrace())).toContain('Found     3 spans');
    expect(messageFrom(() => expect(empty).not.toBeEmptyTrace())).toContain('no spans at all');
  });
});

describe('every matcher', () => {
  it('never passes for an empty trace because of a "not"', () => {
    expect(messageFrom(() => expect(empty).not.toHaveSpan('refund'))).toMatchInlineSnapshot(`
      "Expected  a trace with spans to look at
      Found     no spans at all
      Perhaps   no tracer provider was registered when the spans were started; or it has no span processor
                with an exporter; or no span was ended; or the process ended before the spans were flushed
      Next      look at these four in this order"
    `);
    expect(messageFrom(() => expect(empty).not.toHaveShape(order))).toContain('no spans at all');
  });

  it('says when it was not given a trace', () => {
    expect(messageFrom(() => expect([postOrders]).toHaveShape(order))).toMatchInlineSnapshot(
      `"This matcher looks at a Trace and was given something else. Make one of the spans: expect(new Trace(spans))."`,
    );
  });
});
