import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toOtlp } from '../../src/otlp/writer.ts';
import { OtlpError } from '../../src/otlp/otlp-error.ts';
import { parseOtlp } from '../../src/otlp/parser.ts';
import { Trace } from '../../src/trace.ts';
import { arbitrarySpan } from '../fixtures/arbitrary-span.ts';

describe('parseOtlp, of hostile JSON', { timeout: 60_000 }, () => {
  it('gives a trace or an OtlpError for any JSON at all', () => {
    fc.assert(fc.property(fc.jsonValue(), expectTraceOrError));
  });

  it('gives a trace or an OtlpError where known fields hold anything', () => {
    const fields = fc.dictionary(fc.constantFrom(...knownFields), nearly(fc.jsonValue()));
    const message = fields.map((span) => ({
      resourceSpans: [{ scopeSpans: [{ spans: [span] }] }],
    }));
    fc.assert(fc.property(message, expectTraceOrError), { numRuns: 500 });
  });

  it('gives a trace or an OtlpError when one place of a good message is spoiled', () => {
    const spoiled = fc
      .tuple(arbitrarySpan, fc.nat(), fc.jsonValue())
      .map(([span, place, value]) => {
        return spoil(JSON.stringify(toOtlp([span])), place, value);
      });
    fc.assert(fc.property(spoiled, expectTraceOrError), { numRuns: 500 });
  });

  it('leaves no trace on Object.prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const poison =
      '{"__proto__":{"polluted":1},"resourceSpans":[{"__proto__":{"scopeSpans":[1]}}]}';
    expect(parseOtlp(JSON.parse(poison)).isEmpty).toBe(true);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

const knownFields = [
  'traceId',
  'spanId',
  'parentSpanId',
  'traceState',
  'flags',
  'name',
  'kind',
  'status',
  'startTimeUnixNano',
  'endTimeUnixNano',
  'attributes',
  'events',
  'links',
];

/** Mostly what could be there, so that reading gets beyond the first field. */
function nearly(anything: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom('5b8efff798038103d269b633813fc60c', 'eee19b7ec3c1b174', '', null, 0, 2, '12'),
    fc.constant([{ key: 'k', value: { stringValue: 'v' } }]),
    anything,
  );
}

/** Replaces the value at one place, counted in the order JSON.parse comes by. */
function spoil(json: string, place: number, value: unknown): unknown {
  let count = 0;
  JSON.parse(json, (_key, found: unknown) => {
    count += 1;
    return found;
  });
  let visited = -1;
  return JSON.parse(json, (_key, found: unknown) => {
    visited += 1;
    return visited === place % count ? value : found;
  });
}

function expectTraceOrError(input: unknown): void {
  const outcome = outcomeOf(input);
  expect(outcome instanceof Trace || isReadable(outcome)).toBe(true);
}

function isReadable(error: unknown): boolean {
  return error instanceof OtlpError && error.message.includes(error.path || 'The OTLP input');
}

function outcomeOf(input: unknown): unknown {
  try {
    return parseOtlp(input);
  } catch (error) {
    return error;
  }
}
