import { isDeepStrictEqual } from 'node:util';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toOtlp } from '../../src/otlp/writer.ts';
import { parseOtlp } from '../../src/otlp/parser.ts';
import type { AttributeValue, Span } from '../../src/span.ts';
import { arbitrarySpan } from '../fixtures/arbitrary-span.ts';
import { makeSpan, neverEnded } from '../fixtures/make-span.ts';

// vitest's toStrictEqual takes an attribute named constructor for the constructor, so random spans
// are compared by node:util.
describe('toOtlp', { timeout: 60_000 }, () => {
  it('groups spans by resource and scope, in the order these first appear', () => {
    const spans = [
      makeSpan({ spanId: '1', resource: { 'service.name': 'gateway' }, scope: { name: 'http' } }),
      makeSpan({ spanId: '2', resource: { 'service.name': 'stock' }, scope: { name: 'http' } }),
      makeSpan({ spanId: '3', resource: { 'service.name': 'gateway' }, scope: { name: 'sql' } }),
      makeSpan({ spanId: '4', resource: { 'service.name': 'gateway' }, scope: { name: 'http' } }),
    ];
    const groups = toOtlp(spans).resourceSpans.map(({ scopeSpans }) => {
      return scopeSpans.map((group) => [
        group.scope.name,
        ...group.spans.map((s) => s.spanId.at(-1)),
      ]);
    });
    expect(groups).toEqual([
      [
        ['http', '1', '4'],
        ['sql', '3'],
      ],
      [['http', '2']],
    ]);
  });

  it('leaves the end out of a span that never ended', () => {
    const [resource] = toOtlp([neverEnded(makeSpan())]).resourceSpans;
    expect(resource?.scopeSpans[0]?.spans[0]).toMatchInlineSnapshot(`
      {
        "attributes": [],
        "events": [],
        "kind": 1,
        "links": [],
        "name": "work",
        "spanId": "0000000000000001",
        "startTimeUnixNano": "1000",
        "status": {
          "code": 0,
        },
        "traceId": "5b8efff798038103d269b633813fc60c",
      }
    `);
  });

  it('writes integers beyond 64 bits as text rather than another number', () => {
    expect(roundTrip(makeSpan({ attributes: { big: 2n ** 63n } })).attributes).toEqual({
      big: '9223372036854775808',
    });
  });

  it('gives the same span back for every span, through JSON text', () => {
    fc.assert(
      fc.property(arbitrarySpan, (span) => {
        expect(isDeepStrictEqual(roundTrip(span), span)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('loses and merges no span of many', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySpan, { maxLength: 6 }), (spans) => {
        const read = parseOtlp(JSON.parse(JSON.stringify(toOtlp(spans)))).spans;
        expect(isDeepStrictEqual(sorted(read), sorted(spans))).toBe(true);
      }),
    );
  });

  it('tells attribute values apart that look alike', () => {
    const values: AttributeValue[] = ['1', 1, [1], { 0: 1 }, -0, 0, true, 'true', null, 'null'];
    const { attributes } = roundTrip(makeSpan({ attributes: { values } }));
    expect(attributes['values']).toStrictEqual(values);
  });
});

function roundTrip(span: Span): Span {
  const [read] = parseOtlp(JSON.parse(JSON.stringify(toOtlp([span])))).spans;
  if (!read) throw new Error('The span was lost on the way.');
  return read;
}

function sorted(spans: readonly Span[]): Span[] {
  return spans.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
}

function idOf({ traceId, spanId }: Span): string {
  return traceId + spanId;
}
