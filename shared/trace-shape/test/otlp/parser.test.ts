import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseOtlp } from '../../src/otlp/parser.ts';
import type { Span } from '../../src/span.ts';

const traceId = '5b8efff798038103d269b633813fc60c';
const spanId = 'eee19b7ec3c1b174';
const otherId = 'eee19b7ec3c1b173';

describe('parseOtlp', () => {
  it("reads the protocol's own example", () => {
    const file = new URL('../fixtures/otlp-example.json', import.meta.url);
    const trace = parseOtlp(JSON.parse(readFileSync(file, 'utf8')));
    expect(trace.orphans).toEqual(trace.spans);
    expect(trace.spans).toMatchInlineSnapshot(`
      [
        {
          "attributes": {
            "my.span.attr": "some value",
          },
          "endTime": 1544712661000000000n,
          "events": [],
          "kind": "server",
          "links": [],
          "name": "I'm a server span",
          "parent": {
            "spanId": "eee19b7ec3c1b173",
          },
          "resource": {
            "service.name": "my.service",
          },
          "scope": {
            "name": "my.library",
            "version": "1.0.0",
          },
          "spanId": "eee19b7ec3c1b174",
          "startTime": 1544712660000000000n,
          "status": {
            "code": "unset",
          },
          "traceId": "5b8efff798038103d269b633813fc60c",
        },
      ]
    `);
  });

  it("reads an answer of Jaeger's API v3, and several messages as one trace", () => {
    const parent = message({ traceId, spanId: otherId, name: 'parent' });
    const child = message({ traceId, spanId, parentSpanId: otherId, name: 'child' });
    const trace = parseOtlp([{ result: parent }, child]);
    expect(trace.roots.map((span) => span.name)).toEqual(['parent']);
    expect(trace.spans.map((span) => span.name)).toEqual(['parent', 'child']);
  });

  it.for([
    ['an object without fields', {}],
    ['an empty list', []],
    ['an answer without spans', { result: {} }],
    ['a resource without scopes', { resourceSpans: [{}] }],
    ['null lists', { resourceSpans: [{ scopeSpans: null }] }],
  ])('reads %s as a trace without spans', ([, input]) => {
    expect(parseOtlp(input).isEmpty).toBe(true);
  });

  it('fills in what protobuf leaves out', () => {
    expect(parseOne({})).toEqual({
      traceId,
      spanId,
      name: '',
      kind: 'internal',
      status: { code: 'unset' },
      startTime: 0n,
      attributes: {},
      events: [],
      links: [],
      scope: { name: '' },
      resource: {},
    });
  });

  it('passes over fields that nobody knows, and reads none from a prototype', () => {
    const inherited: unknown = Object.create({ name: 'inherited' });
    expect(parseOne({ madeUp: { kind: 'of thing' } }).name).toBe('');
    expect(parseOtlp({ resourceSpans: [inherited] }).isEmpty).toBe(true);
  });
});

describe('ids', () => {
  it('are hex in either case, or base64 as protobuf writes bytes', () => {
    const base64 = { traceId: 'W47/95gDgQPSabYzgT/GDA==', spanId: '7uGbfsPBsXQ=' };
    expect(parseOne(base64)).toMatchObject({ traceId, spanId });
    expect(parseOne({ traceId: traceId.toUpperCase() }).traceId).toBe(traceId);
  });

  it.for(['', '0000000000000000', null])(
    'of a parent that are %j mean that there is none',
    (id) => {
      expect(parseOne({ parentSpanId: id })).not.toHaveProperty('parent');
    },
  );

  it('of a link may be empty or zeroes', () => {
    const links = [{}, { traceId: '0'.repeat(32), spanId: '0'.repeat(16) }];
    const nowhere = { traceId: '0'.repeat(32), spanId: '0'.repeat(16), attributes: {} };
    expect(parseOne({ links }).links).toEqual([nowhere, nowhere]);
  });
});

describe('kinds, statuses and flags', () => {
  it.for([
    [0, 'internal'],
    [1, 'internal'],
    [2, 'server'],
    [3, 'client'],
    [4, 'producer'],
    [5, 'consumer'],
    ['SPAN_KIND_UNSPECIFIED', 'internal'],
    ['SPAN_KIND_INTERNAL', 'internal'],
    ['SPAN_KIND_CONSUMER', 'consumer'],
  ] as const)('kind %j is %s', ([kind, word]) => {
    expect(parseOne({ kind }).kind).toBe(word);
  });

  it.for([
    [{}, { code: 'unset' }],
    [{ code: 1 }, { code: 'ok' }],
    [
      { code: 2, message: 'no stock' },
      { code: 'error', message: 'no stock' },
    ],
    [{ code: 'STATUS_CODE_ERROR' }, { code: 'error' }],
  ] as const)('status %j is %j', ([status, expected]) => {
    expect(parseOne({ status }).status).toEqual(expected);
  });

  it.for([
    [undefined, { spanId: otherId }],
    [0x001, { spanId: otherId }],
    [0x101, { spanId: otherId, isRemote: false }],
    [0x301, { spanId: otherId, isRemote: true }],
    [0xff_ff_ff_ff, { spanId: otherId, isRemote: true }],
  ] as const)('flags %j make the parent %j', ([flags, parent]) => {
    expect(parseOne({ parentSpanId: otherId, flags }).parent).toEqual(parent);
  });
});

describe('times and values', () => {
  it('keeps every nanosecond', () => {
    const times = {
      startTimeUnixNano: '1544712660000000001',
      endTimeUnixNano: '1544712660000000002',
    };
    const span = parseOne(times);
    expect(span.startTime).toBe(1_544_712_660_000_000_001n);
    expect(span.endTime).toBe(1_544_712_660_000_000_002n);
  });

  it('takes times as numbers too', () => {
    expect(parseOne({ startTimeUnixNano: 12 }).startTime).toBe(12n);
  });

  it.for([undefined, null, 0, '0'])('reads the end time %j as a span that never ended', (end) => {
    expect(parseOne({ endTimeUnixNano: end })).not.toHaveProperty('endTime');
  });

  it.for([
    [{ stringValue: 'text' }, 'text'],
    [{ boolValue: false }, false],
    [{ intValue: '42' }, 42],
    [{ intValue: 42 }, 42],
    [{ intValue: '-9223372036854775808' }, -(2n ** 63n)],
    [{ doubleValue: 1.5 }, 1.5],
    [{ doubleValue: 'NaN' }, Number.NaN],
    [{ doubleValue: '-Infinity' }, -Infinity],
    [{ doubleValue: '-0' }, -0],
    [{ bytesValue: '/wA=' }, Uint8Array.of(255, 0)],
    [{ arrayValue: { values: [{ intValue: '1' }, {}] } }, [1, null]],
    [{ arrayValue: {} }, []],
    [{ kvlistValue: { values: [{ key: 'a', value: { boolValue: true } }] } }, { a: true }],
    [{}, null],
  ])('reads the value %j', ([value, expected]) => {
    const { attributes } = parseOne({ attributes: [{ key: 'key', value }] });
    expect(attributes['key']).toStrictEqual(expected);
  });

  it('reads events, links and the scope', () => {
    const attributes = [{ key: 'a', value: { intValue: '1' } }];
    const events = [{ name: 'retry', timeUnixNano: '7', attributes }];
    const links = [{ traceId, spanId: otherId, traceState: 'a=1', attributes }];
    const span = parseOne({ events, links }, { scope: { name: 'lib', version: '1.0.0' } });
    expect(span.events).toEqual([{ name: 'retry', time: 7n, attributes: { a: 1 } }]);
    expect(span.links).toEqual([
      { traceId, spanId: otherId, traceState: 'a=1', attributes: { a: 1 } },
    ]);
    expect(span.scope).toEqual({ name: 'lib', version: '1.0.0' });
  });

  it('lets the last of two attributes with the same key win', () => {
    const attributes = ['first', 'last'].map((stringValue) => ({
      key: 'k',
      value: { stringValue },
    }));
    expect(parseOne({ attributes }).attributes).toEqual({ k: 'last' });
  });

  it('keeps an attribute named __proto__ an attribute', () => {
    const attributes = [{ key: '__proto__', value: { kvlistValue: {} } }];
    const span = parseOne({ attributes });
    expect(Object.keys(span.attributes)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(span.attributes)).toBe(Object.prototype);
  });
});

function message(...spans: object[]) {
  return { resourceSpans: [{ scopeSpans: [{ spans }] }] };
}

function parseOne(fields: object, scopeSpans: object = {}): Span {
  const spans = [{ traceId, spanId, ...fields }];
  const [span] = parseOtlp({ resourceSpans: [{ scopeSpans: [{ ...scopeSpans, spans }] }] }).spans;
  if (!span) throw new Error('parseOtlp lost the span.');
  return span;
}
