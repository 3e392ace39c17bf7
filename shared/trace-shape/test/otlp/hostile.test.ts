import { describe, expect, it } from 'vitest';

import { parseOtlp } from '../../src/otlp/parser.ts';
import type { Trace } from '../../src/trace.ts';
import { renderTree } from '../../src/tree.ts';
import { padId } from '../fixtures/make-span.ts';

const traceId = '5b8efff798038103d269b633813fc60c';
const many = 100_000;

// Each of these hung, overflowed or misled some reader of traces. All go in as text, the way they arrive.
describe('hostile OTLP', { timeout: 60_000 }, () => {
  it.for([
    ['the whole', (deep: string) => deep],
    ['the resource', (deep: string) => `{"resourceSpans":[{"resource":${deep}}]}`],
    ['a list of spans', (deep: string) => `{"resourceSpans":[{"scopeSpans":[{"spans":${deep}}]}]}`],
  ] as const)('nested %s 100,000 levels deep ends in an error', ([, around]) => {
    const lists = '['.repeat(many) + ']'.repeat(many);
    const objects = '{"result":'.repeat(many) + '1' + '}'.repeat(many);
    expect(() => parseText(around(lists))).toThrow(/ should be /u);
    expect(() => parseText(around(`[${objects}]`))).toThrow(/ should be /u);
  });

  it('nested in a field nobody knows is passed over', () => {
    const deep = '['.repeat(many) + ']'.repeat(many);
    expect(parseText(`{"resourceSpans":[],"madeUp":${deep}}`).isEmpty).toBe(true);
  });

  it('with one id for 100,000 spans keeps them all, each the parent of none but one', () => {
    const trace = parseSpans(() => ({ spanId: padId('1'), parentSpanId: padId('2') }));
    expect(trace.spans).toHaveLength(many);
    expect(trace.orphans).toHaveLength(many);
  });

  it('with 100,000 spans that are their own parents makes orphans of them', () => {
    const trace = parseSpans((id) => ({ spanId: id, parentSpanId: id }));
    expect(trace.orphans).toHaveLength(many);
  });

  it('with one circle of 100,000 parents is opened once', () => {
    const trace = parseSpans((id, index) => ({
      spanId: id,
      parentSpanId: hexId((index + 1) % many),
    }));
    expect(trace.orphans).toHaveLength(1);
    expect(new Set(trace.spans.map((span) => trace.depthOf(span))).size).toBe(many);
  });

  it('with 50,000 circles of two is opened 50,000 times', () => {
    const trace = parseSpans((id, index) => ({
      spanId: id,
      parentSpanId: hexId(index % 2 === 0 ? index + 1 : index - 1),
    }));
    expect(trace.orphans).toHaveLength(many / 2);
  });

  it('with 100,000 traces of one span each tells them apart', () => {
    const trace = parseSpans((_id, index) => ({
      traceId: (index + 1).toString(16).padStart(32, '0'),
      spanId: padId('1'),
    }));
    expect(trace.traceIds).toHaveLength(many);
  });

  it('with names of a megabyte and a terminal full of tricks is drawn in one line', () => {
    const name = '\u001B[2J\u202E' + 'x'.repeat(1_000_000);
    const drawing = renderTree(parseOtlp(toMessage([{ traceId, spanId: padId('1'), name }])));
    expect(drawing).toMatchInlineSnapshot(
      `"\\x1b[2J\\u202exxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… · never ended"`,
    );
  });

  it('with 100,000 attributes of one key keeps the last', () => {
    const attributes = Array.from({ length: many }, (_, index) => {
      return { key: '__proto__', value: { intValue: String(index) } };
    });
    const trace = parseOtlp(toMessage([{ traceId, spanId: padId('1'), attributes }]));
    expect(trace.spans.map((span) => Object.entries(span.attributes))).toEqual([
      [['__proto__', many - 1]],
    ]);
  });
});

function parseText(json: string): Trace {
  return parseOtlp(JSON.parse(json));
}

function parseSpans(make: (id: string, index: number) => object): Trace {
  const spans = Array.from({ length: many }, (_, index) => {
    return Object.assign({ traceId }, make(hexId(index), index));
  });
  return parseText(JSON.stringify(toMessage(spans)));
}

function toMessage(spans: object[]) {
  return { resourceSpans: [{ scopeSpans: [{ spans }] }] };
}

function hexId(index: number): string {
  return padId((index + 1).toString(16));
}
