import { describe, expect, it } from 'vitest';

import { OtlpError } from '../../src/otlp/otlp-error.ts';
import type { OtlpLimits } from '../../src/otlp/limits.ts';
import { parseOtlp } from '../../src/otlp/parser.ts';

const ids = { traceId: '5b8efff798038103d269b633813fc60c', spanId: 'eee19b7ec3c1b174' };

describe('what is not OTLP', () => {
  it('is told apart from an empty answer', () => {
    expect(complaintAbout({ data: [], total: 0 })).toMatchInlineSnapshot(
      `"OTLP_NOT_TRACES: The OTLP input should be an object with "resourceSpans", but is an object with "data", "total". Metrics, logs and error answers hold no spans."`,
    );
    expect(complaintAbout([{ resourceSpans: [] }, 7])).toMatchInlineSnapshot(
      `"OTLP_NOT_TRACES: Element [1] of the OTLP input should be an object with "resourceSpans", but is the number 7. Metrics, logs and error answers hold no spans."`,
    );
  });

  it('is JSON text that was not parsed', () => {
    expect(complaintAbout('{"resourceSpans":[]}')).toMatchInlineSnapshot(
      `"OTLP_NOT_TRACES: The OTLP input should be an object with "resourceSpans", but is the string "{\\"resourceSpans\\":[]}". Parse text with JSON.parse first."`,
    );
  });

  it('is nothing at all', () => {
    expect(complaintAbout(undefined)).toMatchInlineSnapshot(
      `"OTLP_NOT_TRACES: The OTLP input should be an object with "resourceSpans", but is missing. Metrics, logs and error answers hold no spans."`,
    );
  });
});

describe('a wrong field', () => {
  it('of the wrong structure is named with its place', () => {
    const wrong = [
      { events: { 0: {} } },
      { events: [3] },
      { status: 'STATUS_CODE_ERROR' },
      { name: 12 },
    ];
    expect(complaintsAbout(wrong)).toMatchInlineSnapshot(`
      [
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].events should be a list, but is an object with "0". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].events[0] should be an object, but is the number 3. Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].status should be an object, but is the string "STATUS_CODE_ERROR". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].name should be a string, but is the number 12. Correct what wrote it.",
      ]
    `);
  });

  it('that is no kind or status is named with its place', () => {
    const wrong = [{ kind: 'server' }, { kind: 17 }, { kind: [2] }, { status: { code: 3 } }];
    expect(complaintsAbout(wrong)).toMatchInlineSnapshot(`
      [
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].kind should be a span kind: 0 to 5, or a name such as "SPAN_KIND_SERVER", but is the string "server". Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].kind should be a span kind: 0 to 5, or a name such as "SPAN_KIND_SERVER", but is the number 17. Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].kind should be a span kind: 0 to 5, or a name such as "SPAN_KIND_SERVER", but is a list of 1. Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].status.code should be a status code: 0, 1, 2, or a name such as "STATUS_CODE_ERROR", but is the number 3. Correct what wrote it.",
      ]
    `);
  });

  it('that is no time is named with its place', () => {
    const times = [1.5, '-1', '99999999999999999999', '9'.repeat(1_000_000), Number.NaN, true];
    const wrong = times.map((endTimeUnixNano) => ({ endTimeUnixNano }));
    expect(complaintsAbout(wrong)).toMatchInlineSnapshot(`
      [
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano should be nanoseconds as a string of digits, but is the number 1.5. Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano should be nanoseconds as a string of digits from 0 to 18446744073709551615, but is the string "-1". Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano should be nanoseconds as a string of digits from 0 to 18446744073709551615, but is the string "99999999999999999999". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano should be nanoseconds as a string of digits, but is a string of 1000000 characters that begins with "9999999999999999999999999999999999999999". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano should be nanoseconds as a string of digits, but is the number NaN. Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano should be nanoseconds as a string of digits, but is the boolean true. Correct what wrote it.",
      ]
    `);
  });

  it('that is no id is named with its place', () => {
    const wrong = [
      { traceId: null },
      { traceId: '0'.repeat(32) },
      { spanId: 'abc' },
      { parentSpanId: '\u001B[31mred' },
      { links: [{ traceId: 'abc' }] },
      { parentSpanId: ids.spanId, flags: 2 ** 32 },
    ];
    expect(complaintsAbout(wrong)).toMatchInlineSnapshot(`
      [
        "OTLP_INVALID_ID: resourceSpans[0].scopeSpans[0].spans[0].traceId should be a trace id of 32 hex digits, but is missing. Correct what wrote it.",
        "OTLP_INVALID_ID: resourceSpans[0].scopeSpans[0].spans[0].traceId should be a trace id of 32 hex digits, not all zeroes, but is the string "00000000000000000000000000000000". Correct what wrote it.",
        "OTLP_INVALID_ID: resourceSpans[0].scopeSpans[0].spans[0].spanId should be a span id of 16 hex digits, but is the string "abc". Correct what wrote it.",
        "OTLP_INVALID_ID: resourceSpans[0].scopeSpans[0].spans[0].parentSpanId should be a span id of 16 hex digits, but is the string "\\u001b[31mred". Correct what wrote it.",
        "OTLP_INVALID_ID: resourceSpans[0].scopeSpans[0].spans[0].links[0].traceId should be a trace id of 32 hex digits, but is the string "abc". Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].flags should be an unsigned 32-bit integer from 0 to 4294967295, but is the number 4294967296. Correct what wrote it.",
      ]
    `);
  });

  it('inside of an attribute is named with its place', () => {
    const values = [
      'bare',
      { intValue: 'ten' },
      { doubleValue: 'ten' },
      { boolValue: 'true' },
      { bytesValue: '?' },
      { arrayValue: { values: [{ intValue: '9223372036854775808' }] } },
      { kvlistValue: [{ key: 'k' }] },
      { intValue: '1', stringValue: '1' },
    ];
    const wrong = values.map((value) => ({ attributes: [{ key: 'k', value }] }));
    expect(complaintsAbout([...wrong, { attributes: [{ key: 1 }] }])).toMatchInlineSnapshot(`
      [
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value should be an object, but is the string "bare". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value.intValue should be a 64-bit integer, but is the string "ten". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value.doubleValue should be a number, but is the string "ten". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value.boolValue should be true or false, but is the string "true". Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value.bytesValue should be bytes in base64, but is the string "?". Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value.arrayValue.values[0].intValue should be a 64-bit integer from -9223372036854775808 to 9223372036854775807, but is the string "9223372036854775808". Correct what wrote it.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value.kvlistValue should be an object, but is a list of 1. Correct what wrote it.",
        "OTLP_WRONG_VALUE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value should be one value, but is an object with "intValue", "stringValue". Keep one of stringValue and intValue.",
        "OTLP_WRONG_TYPE: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].key should be a string, but is the number 1. Correct what wrote it.",
      ]
    `);
  });

  it('is described without the control characters it holds', () => {
    const error = errorAbout(withSpan({ [`\u001B]0;evil\u0007`]: 1, status: ['\u202E'] }));
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('gives its place apart from the message', () => {
    const error = errorAbout(withSpan({ kind: 17 }));
    expect(error.path).toBe('resourceSpans[0].scopeSpans[0].spans[0].kind');
  });
});

describe('limits', () => {
  it('hold the number of spans', () => {
    const input = withSpan({}, {}, {});
    expect(complaintAbout(input, { spans: 2 })).toMatchInlineSnapshot(
      `"OTLP_TOO_MANY: resourceSpans[0].scopeSpans[0].spans goes beyond the limit of 2 spans. Split the input, or raise the limit."`,
    );
    expect(parseOtlp(input, { spans: 3 }).spans).toHaveLength(3);
  });

  it('hold the number of list elements, of lists that pretend to be long too', () => {
    const input = withSpan({ events: hollowList(4_294_967_295) });
    expect(complaintAbout(input)).toMatchInlineSnapshot(
      `"OTLP_TOO_MANY: resourceSpans[0].scopeSpans[0].spans[0].events goes beyond the limit of 10000000 list elements. Split the input, or raise the limit."`,
    );
  });

  it('hold the depth of an attribute', () => {
    expect(complaintAbout(nested(3), { attributeDepth: 2 })).toMatchInlineSnapshot(
      `"OTLP_TOO_DEEP: resourceSpans[0].scopeSpans[0].spans[0].attributes[0].value nests more than 2 levels deep. Flatten the attribute, or raise the limit."`,
    );
    expect(parseOtlp(nested(32)).spans).toHaveLength(1);
    expect(errorAbout(nested(33)).code).toBe('OTLP_TOO_DEEP');
    expect(errorAbout(nested(100_000), { attributeDepth: Infinity }).code).toBe('OTLP_TOO_DEEP');
  });

  it('end an attribute that holds itself, which JSON cannot write', () => {
    const values: object[] = [];
    values.push({ arrayValue: { values } }, { arrayValue: { values } });
    const input = withSpan({ attributes: [{ key: 'k', value: { arrayValue: { values } } }] });
    expect(errorAbout(input, { items: 10_000 }).code).toBe('OTLP_TOO_DEEP');
  });
});

function withSpan(...spans: object[]) {
  const identified = spans.map((span) => Object.assign({}, ids, span));
  return { resourceSpans: [{ scopeSpans: [{ spans: identified }] }] };
}

function nested(depth: number) {
  return withSpan({ attributes: [{ key: 'k', value: nest(depth) }] });
}

function nest(depth: number): object {
  let value: object = { intValue: '1' };
  for (let level = 0; level < depth; level += 1) value = { arrayValue: { values: [value] } };
  return value;
}

function complaintsAbout(spans: object[]): string[] {
  return spans.map((span) => complaintAbout(withSpan(span)));
}

function complaintAbout(input: unknown, limits?: OtlpLimits): string {
  const { code, message } = errorAbout(input, limits);
  return `${code}: ${message}`;
}

function errorAbout(input: unknown, limits?: OtlpLimits): OtlpError {
  try {
    parseOtlp(input, limits);
  } catch (error) {
    if (error instanceof OtlpError) return error;
    throw error;
  }
  throw new Error('parseOtlp accepted what it should have refused.');
}

function hollowList(length: number): unknown[] {
  const list: unknown[] = [];
  list.length = length;
  return list;
}
