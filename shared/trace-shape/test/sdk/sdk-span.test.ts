import {
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as api,
  type SpanContext,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { afterEach, describe, expect, it } from 'vitest';

import { parseOtlp } from '../../src/otlp/parser.ts';
import { toOtlp } from '../../src/sdk.ts';
import { Trace } from '../../src/trace.ts';
import { fromParts, record, recordAll, recordStarts } from '../fixtures/sdk-spans.ts';

const elsewhere: SpanContext = {
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: 'eee19b7ec3c1b174',
  traceFlags: 1,
};

describe('spanFromSdk', () => {
  it('takes over every field of a finished span', () => {
    const { traceId, spanId, resource, ...span } = record((tracer) => {
      const started = tracer.startSpan('POST /orders', {
        kind: SpanKind.SERVER,
        startTime: [1_700_000_000, 5],
        attributes: { 'http.route': '/orders', retries: 2, ratio: 0.5, tags: ['a', 'b'] },
        links: [{ context: elsewhere, attributes: { reason: 'batch' } }],
      });
      started.addEvent('retry', { attempt: 1 }, [1_700_000_000, 6]);
      started.setStatus({ code: SpanStatusCode.ERROR, message: 'no stock' });
      started.end([1_700_000_001, 7]);
    });
    expect(traceId).toMatch(/^[0-9a-f]{32}$/u);
    expect(spanId).toMatch(/^[0-9a-f]{16}$/u);
    expect(resource).toEqual({ 'service.name': 'shop' });
    expect(span).toMatchInlineSnapshot(`
      {
        "attributes": {
          "http.route": "/orders",
          "ratio": 0.5,
          "retries": 2,
          "tags": [
            "a",
            "b",
          ],
        },
        "endTime": 1700000001000000007n,
        "events": [
          {
            "attributes": {
              "attempt": 1,
            },
            "name": "retry",
            "time": 1700000000000000006n,
          },
        ],
        "kind": "server",
        "links": [
          {
            "attributes": {
              "reason": "batch",
            },
            "spanId": "eee19b7ec3c1b174",
            "traceId": "5b8efff798038103d269b633813fc60c",
          },
        ],
        "name": "POST /orders",
        "scope": {
          "name": "test",
          "version": "1.2.3",
        },
        "startTime": 1700000000000000005n,
        "status": {
          "code": "error",
          "message": "no stock",
        },
      }
    `);
  });

  it.for([
    [SpanKind.INTERNAL, 'internal'],
    [SpanKind.SERVER, 'server'],
    [SpanKind.CLIENT, 'client'],
    [SpanKind.PRODUCER, 'producer'],
    [SpanKind.CONSUMER, 'consumer'],
  ] as const)("reads the API's kind %i as %s", ([kind, word]) => {
    expect(record((tracer) => tracer.startSpan('work', { kind }).end()).kind).toBe(word);
  });

  it('knows a parent in another process from one in this', () => {
    const arrived = api.setSpanContext(ROOT_CONTEXT, { ...elsewhere, isRemote: true });
    const entry = record((tracer) => tracer.startSpan('entry', {}, arrived).end());
    expect(entry.parent).toEqual({ spanId: elsewhere.spanId, isRemote: true });

    const local = api.setSpanContext(ROOT_CONTEXT, elsewhere);
    const inner = record((tracer) => tracer.startSpan('inner', {}, local).end());
    expect(inner.parent).toEqual({ spanId: elsewhere.spanId, isRemote: false });
  });

  it('gives spans that Trace puts together and OTLP carries', () => {
    // place order
    // └─ charge card
    const spans = recordAll((tracer) => {
      const order = tracer.startSpan('place order');
      tracer.startSpan('charge card', {}, api.setSpan(ROOT_CONTEXT, order)).end();
      order.end();
    });
    const trace = parseOtlp(JSON.parse(JSON.stringify(toOtlp(spans))));
    expect(trace.spans).toEqual(new Trace(spans).spans);
    expect(trace.spans.map((span) => trace.pathOf(span))).toEqual([
      ['place order'],
      ['place order', 'charge card'],
    ]);
  });

  it('copies a span that is still open, and does not follow its later changes', () => {
    const starts = recordStarts((tracer) => {
      const span = tracer.startSpan('work', { attributes: { list: ['first'] } });
      span.setAttribute('list', ['second']).updateName('other').end();
    });
    expect(starts).toMatchObject([{ name: 'work', attributes: { list: ['first'] } }]);
    expect(new Trace(starts).open).toHaveLength(1);
  });

  it('leaves empty trace states and status messages out', () => {
    const span = record((tracer) => {
      tracer.startSpan('work').setStatus({ code: SpanStatusCode.ERROR, message: '' }).end();
    });
    expect(span).not.toHaveProperty('traceState');
    expect(span.status).toEqual({ code: 'error' });
  });
});

describe('spanFromSdk, of a resource that is still being detected', () => {
  afterEach(() => diag.disable());

  it('takes what is known, and says nothing through diag', () => {
    const said: string[] = [];
    const say = (message: string) => void said.push(message);
    diag.setLogger(
      { error: say, warn: say, info: say, debug: say, verbose: say },
      DiagLogLevel.ALL,
    );
    said.length = 0;

    const { promise, resolve } = Promise.withResolvers<string>();
    const known = resourceFromAttributes({ 'service.name': 'shop', 'host.id': promise });
    const resource = known.merge(resourceFromAttributes({ 'service.name': 'till' }));
    const starts = recordStarts((tracer) => tracer.startSpan('work').end(), resource);
    expect(starts.map((span) => span.resource)).toEqual([{ 'service.name': 'till' }]);
    expect(said).toEqual([]);
    resolve('done');
  });
});

describe('spanFromSdk, of odd input', () => {
  it('leaves out values that OpenTelemetry cannot carry, and keeps places in a list', () => {
    const { attributes } = fromParts({
      attributes: {
        function: () => 1,
        date: new Date(0),
        missing: undefined,
        symbol: Symbol('s'),
        tooBig: 2n ** 64n,
        big: 2n ** 62n,
        small: 5n,
        list: ['a', undefined, () => 1],
        map: { inner: null },
        bytes: Uint8Array.of(1),
      },
    });
    expect(attributes).toEqual({
      big: 2n ** 62n,
      small: 5,
      list: ['a', null, null],
      map: { inner: null },
      bytes: Uint8Array.of(1),
    });
  });

  it('gives large whole numbers as the integers that exporters make of them', () => {
    const { attributes } = fromParts({
      attributes: { large: 2 ** 60, huge: 2 ** 64, exact: 2 ** 53 - 1 },
    });
    expect(attributes).toEqual({ large: 2n ** 60n, huge: 2 ** 64, exact: 2 ** 53 - 1 });
  });

  it('ends a circle', () => {
    const circle: Record<string, unknown> = { name: 'circle' };
    circle['self'] = circle;
    const { attributes } = fromParts({ attributes: { circle } });
    expect(attributes['circle']).toMatchObject({ self: { self: { name: 'circle' } } });
    expect(() => parseOtlp(toOtlp([fromParts({ attributes: { circle } })]))).not.toThrow();
  });

  it('survives times that are no whole numbers', () => {
    const span = fromParts({ startTime: [Number.NaN, 1.5], endTime: [-1, 0] });
    expect([span.startTime, span.endTime]).toEqual([1n, 1n]);
  });

  it.for([{ context: { traceId: '', spanId: '' } }, { attributes: {} }])(
    'lets a link lead nowhere, through OTLP too: %o',
    (link) => {
      const [span] = parseOtlp(toOtlp([fromParts({ links: [link] })])).spans;
      expect(span?.links[0]?.spanId).toBe('0'.repeat(16));
    },
  );

  it('takes a parent id of zeroes for none', () => {
    const parentSpanContext = { traceId: elsewhere.traceId, spanId: '0'.repeat(16) };
    expect(fromParts({ parentSpanContext })).not.toHaveProperty('parent');
  });
});
