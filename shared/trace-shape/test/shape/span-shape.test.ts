import { describe, expect, it } from 'vitest';

import { between, noSpans, shape, ShapeError, span, type SpanFields } from '../../src/index.ts';

/** As a check would write it whose types nobody has checked. */
function unchecked(fields: object): SpanFields {
  return fields;
}

function errorFrom(write: () => unknown): string {
  try {
    write();
  } catch (error) {
    if (error instanceof ShapeError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('span', () => {
  it('takes children with or without fields', () => {
    const child = span('b');
    expect(span('a', [child]).children).toEqual([child]);
    expect(span('a', {}, [child])).toEqual(span('a', [child]));
  });

  it('refuses a field that does not exist', () => {
    expect(errorFrom(() => span('a', unchecked({ attribute: {} })))).toMatchInlineSnapshot(
      `"SHAPE_FIELD_UNKNOWN: The shape of \`a\` asks for \`attribute\`, which no span has. Did you mean \`attributes\`? The fields are kind, status, attributes, onlyAttributes, noAttributes, events, onlyEvents, noEvents, links, noLinks, scope, resource, parent, count, open."`,
    );
  });

  it('refuses a word that does not exist', () => {
    expect(errorFrom(() => span('a', unchecked({ kind: 'sever' })))).toMatchInlineSnapshot(
      `"SHAPE_FIELD_INVALID: The shape of \`a\` asks for the kind \`sever\`. It can be internal, server, client, producer, consumer."`,
    );
  });

  it('refuses a count that no trace could meet', () => {
    expect(errorFrom(() => span('a', { count: between(3, 2) }))).toMatchInlineSnapshot(
      `"SHAPE_COUNT_INVALID: The count of \`a\` runs from 3 to 2. Counts are whole numbers, not below 0, and the second is not below the first."`,
    );
    expect(errorFrom(() => span('a', { count: 1.5 }))).toContain('SHAPE_COUNT_INVALID');
    expect(errorFrom(() => span('a', { count: -1 }))).toContain('SHAPE_COUNT_INVALID');
    expect(errorFrom(() => span('a', { count: Number.NaN }))).toContain('SHAPE_COUNT_INVALID');
  });
});

describe('shape', () => {
  it('refuses to draw nothing', () => {
    expect(errorFrom(() => shape([]))).toMatchInlineSnapshot(
      `"SHAPE_EMPTY: This shape draws no span, so any trace, even an empty one, could fit it. Draw at least one, or write noSpans() if nothing should be there."`,
    );
    expect(noSpans().spans).toEqual([]);
  });

  it('refuses to let everything be left out', () => {
    expect(errorFrom(() => shape([span('a', { count: between(0, 2) })]))).toMatchInlineSnapshot(
      `"SHAPE_VACUOUS: Every top span of this shape may be left out, so an empty trace would fit it. Ask for at least one of them: leave its count out, or use atLeast(1)."`,
    );
  });
});
