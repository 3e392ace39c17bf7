import { describe, expect, it } from 'vitest';

import { compare, event, exceptionEvent, linkTo, shape, span, Trace } from '../../src/index.ts';
import { makeSpan } from '../fixtures/make-span.ts';
import { saidOf } from '../fixtures/one-span.ts';
import { exception } from '../fixtures/order.ts';

describe('status', () => {
  it('says that an exception does not set it', () => {
    expect(saidOf({ events: [exception] }, { status: 'error' })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with status error
      Found     \`charge card\` with status unset
      Perhaps   recordException adds an event and leaves the status as it was
      Next      call span.setStatus({ code: SpanStatusCode.ERROR }) before the span ends"
    `);
  });

  it('says that it should have been left alone', () => {
    expect(saidOf({ status: { code: 'ok' } }, { status: 'unset' })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with status unset
      Found     \`charge card\` with status ok
      Next      leave the status alone: unset is what a span without a failure has"
    `);
  });

  it('compares the message', () => {
    const status = { code: 'error', message: /declined/ } as const;
    const said = saidOf({ status: { code: 'error', message: 'timeout' } }, { status });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the status message matching /declined/
      Found     \`charge card\` with the status message "timeout"
      Next      pass the message along: span.setStatus({ code: SpanStatusCode.ERROR, message })"
    `);
    expect(saidOf({ status: { code: 'error', message: 'card declined' } }, { status })).toBe(
      'it fits',
    );
  });
});

describe('events', () => {
  it('says that an exception was not recorded', () => {
    const said = saidOf({}, { events: [exceptionEvent({ type: 'CardDeclined' })] });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with an event \`exception\` with \`exception.type\` = "CardDeclined"
      Found     \`charge card\` with no events
      Next      call span.recordException(error) where the error is caught, before the span ends"
    `);
  });

  it('says what the event of that name holds', () => {
    const said = saidOf(
      { events: [exception] },
      { events: [exceptionEvent({ message: /limit/ })] },
    );
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with an event \`exception\` with \`exception.message\` matching /limit/
      Found     \`charge card\` with the event \`exception\` with no \`exception.message\`"
    `);
  });

  it('asks for two events when two are drawn alike', () => {
    const twice = [event('retry'), event(/^re/)];
    const retry = { name: 'retry', time: 0n, attributes: {} };
    expect(saidOf({ events: [retry] }, { events: twice })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with an event matching /^re/
      Found     \`charge card\` with these events: \`retry\`
      Next      call span.addEvent(name, attributes) before the span ends"
    `);
    expect(saidOf({ events: [retry, retry] }, { events: twice })).toBe('it fits');
  });

  it('refuses others where only some are welcome', () => {
    expect(saidOf({ events: [exception] }, { onlyEvents: [] })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no events
      Found     \`charge card\` with the event \`exception\`"
    `);
    expect(saidOf({ events: [exception] }, { noEvents: ['exception'] })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no event \`exception\`
      Found     \`charge card\` with the event \`exception\`"
    `);
  });
});

describe('scope', () => {
  it('says what the tracer was named', () => {
    expect(saidOf({ scope: { name: '' } }, { scope: 'shop' })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the scope name \`shop\`
      Found     \`charge card\` with no scope name
      Perhaps   the scope is what the tracer was named when it was asked for
      Next      look at the arguments of trace.getTracer(name, version)"
    `);
    expect(
      saidOf(
        { scope: { name: 'shop', version: '1.0' } },
        { scope: { name: 'shop', version: /^2/ } },
      ),
    ).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the scope version matching /^2/
      Found     \`charge card\` with the scope version \`1.0\`
      Perhaps   the scope is what the tracer was named when it was asked for
      Next      look at the arguments of trace.getTracer(name, version)"
    `);
  });
});

describe('links', () => {
  // place order                (one trace)
  // └─ reserve
  // send receipt ⇢ reserve     (another)
  const placeOrder = makeSpan({ spanId: '1', name: 'place order' });
  const reserve = makeSpan({ spanId: '2', parentId: '1', name: 'reserve' });
  const link = { traceId: reserve.traceId, spanId: reserve.spanId, attributes: {} };
  const receipt = makeSpan({
    spanId: '3',
    traceId: 'a'.repeat(32),
    name: 'send receipt',
    links: [link],
  });
  const saidOfLink = (links: Parameters<typeof linkTo>[0]) =>
    compare(
      new Trace([placeOrder, reserve, receipt]),
      shape([
        span('place order', [span('reserve')]),
        span('send receipt', { links: [linkTo(links)] }),
      ]),
    )?.message.split('\n\n')[0] ?? 'it fits';

  it('lead to a span by its name, its place or its ids, in another trace too', () => {
    expect(saidOfLink('reserve')).toBe('it fits');
    expect(saidOfLink(['place order', /^res/])).toBe('it fits');
    expect(saidOfLink({ traceId: reserve.traceId, spanId: reserve.spanId })).toBe('it fits');
  });

  // shop … one
  // shop … two
  // receipt ⇢ shop … one
  // receipt ⇢ shop … one       where one to `shop … two` is meant
  it('are told apart by the whole of a name, however long it is', () => {
    const long = `shop ${'very '.repeat(20)}long`;
    const one = makeSpan({ spanId: '1', name: `${long} one` });
    const two = makeSpan({ spanId: '2', name: `${long} two` });
    const links = [{ ...link, spanId: one.spanId }];
    const receipts = ['3', '4'].map((spanId) => makeSpan({ spanId, name: 'receipt', links }));
    const meant = shape([
      ...[one, two].map(({ name }) => span(name)),
      ...[one, two].map(({ name }) => span('receipt', { links: [linkTo(name)] })),
    ]);
    expect(compare(new Trace([one, two, ...receipts]), meant)?.kind).toBe('wrong-field');
  });

  it('say where they lead instead', () => {
    expect(saidOfLink('place order')).toMatchInlineSnapshot(`
      "Expected  \`send receipt\` with a link to \`place order\`
      Found     \`send receipt\` with a link to \`place order\` → \`reserve\`"
    `);
    expect(saidOfLink(['reserve'])).toMatchInlineSnapshot(`
      "Expected  \`send receipt\` with a link to \`reserve\` at the top of its trace
      Found     \`send receipt\` with a link to \`place order\` → \`reserve\`"
    `);
  });

  it('say how to make one', () => {
    expect(saidOf({}, { links: [linkTo('place order')] })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with a link to \`place order\`
      Found     \`charge card\` with no links
      Next      pass { links: [{ context: thatSpan.spanContext() }] } where the span is started"
    `);
  });

  it('compare attributes', () => {
    const said = saidOf({ links: [link] }, { links: [linkTo('reserve', { reason: 'retry' })] });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with a link to \`reserve\` with \`reason\` = "retry"
      Found     \`charge card\` with a link to a span that is not here"
    `);
  });

  it('may be refused', () => {
    expect(saidOf({ links: [link] }, { noLinks: true })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no links
      Found     \`charge card\` with a link to a span that is not here"
    `);
  });
});

describe('parent', () => {
  const remote = { parent: { spanId: 'b'.repeat(16), isRemote: true } };

  it('may be remote, and need not be in the trace', () => {
    expect(saidOf(remote, { parent: 'remote' })).toBe('it fits');
    expect(saidOf(remote, {})).toBe('it fits');
    expect(saidOf(remote, { parent: 'local' })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with a parent in its own process
      Found     \`charge card\` with a parent in another process"
    `);
    expect(saidOf(remote, { parent: 'none' })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no parent
      Found     \`charge card\` with a parent in another process
      Perhaps   a span, or a context from outside, was active when it was started
      Next      start it with { root: true }"
    `);
  });

  it('counts as remote where the source does not tell and the resource is another', () => {
    const caller = makeSpan({ spanId: '1', name: 'GET', resource: { 'service.name': 'gateway' } });
    const callee = makeSpan({ spanId: '2', parentId: '1', name: 'GET /stock' });
    const neighbour = { ...callee, resource: caller.resource };
    const expected = shape([span('GET', [span('GET /stock', { parent: 'remote' })])]);
    expect(compare(new Trace([caller, callee]), expected)).toBeUndefined();
    expect(compare(new Trace([caller, neighbour]), expected)?.message).toMatchInlineSnapshot(`
      "Expected  \`GET /stock\` with a parent in another process
      Found     \`GET /stock\` with the parent \`GET\`
      Perhaps   the headers of the caller may not have been extracted, or not been made active
      Next      start the span in the context that propagation.extract(context.active(), headers) returns

      expected                              │ actual
      GET                                   │ GET
      └─ GET /stock · remote parent  ← here │ └─ GET /stock  ← here"
    `);
  });
});
