import { span, type Span, type SpanShape } from '../src/index.ts';

/** A trace and what it is held against. */
export interface Form {
  readonly name: string;
  /** Whether the trace has the shape. */
  readonly fits: boolean;
  readonly build: (size: number) => { spans: Span[]; expected: SpanShape[] };
}

/** The orders and repetitions that make naive matching quadratic. */
export const forms: readonly Form[] = [
  {
    name: 'same-named siblings, counted',
    fits: true,
    build: (size) => siblings(size, () => ({}), [span('item', { count: size - 1 })]),
  },
  {
    name: 'same-named siblings, each drawn',
    fits: true,
    build: (size) =>
      siblings(
        size,
        () => ({}),
        repeat(size - 1, () => span('item')),
      ),
  },
  {
    name: 'siblings told apart by an attribute, reversed',
    fits: true,
    build: (size) => siblings(size, numbered, numberedShapes(size).toReversed()),
  },
  {
    name: 'siblings told apart by a grandchild, reversed',
    fits: true,
    build: (size) => families(Math.floor((size - 1) / 3)),
  },
  { name: 'one chain', fits: true, build: chain },
  {
    name: 'one of the siblings differs',
    fits: false,
    build: (size) => siblings(size, numbered, numberedShapes(size - 1).concat(numberedShape(-1))),
  },
  {
    name: 'every sibling differs',
    fits: false,
    build: (size) =>
      siblings(
        size,
        numbered,
        repeat(size - 1, (index) => span('item', { kind: 'server', attributes: { n: index } })),
      ),
  },
  {
    name: 'every sibling under the wrong parent',
    fits: false,
    build: (size) => {
      const { spans } = siblings(size, () => ({}), []);
      return { spans, expected: [span('root', [span('step', [span('item', { count: size })])])] };
    },
  },
];

function siblings(
  size: number,
  fields: (index: number) => Partial<Span>,
  children: SpanShape[],
): { spans: Span[]; expected: SpanShape[] } {
  const items = repeat(size - 1, (index) =>
    spanAt(index + 2, { name: 'item', parent: { spanId: idOf(1) }, ...fields(index) }),
  );
  return { spans: [spanAt(1, { name: 'root' }), ...items], expected: [span('root', children)] };
}

function families(size: number): { spans: Span[]; expected: SpanShape[] } {
  const spans = [spanAt(1, { name: 'root' })];
  for (let index = 0; index < size; index += 1) {
    const id = index * 3 + 2;
    spans.push(spanAt(id, { name: 'item', parent: { spanId: idOf(1) } }));
    spans.push(spanAt(id + 1, { name: 'step', parent: { spanId: idOf(id) } }));
    spans.push(
      spanAt(id + 2, { name: 'query', parent: { spanId: idOf(id + 1) }, ...numbered(index) }),
    );
  }
  const shapes = repeat(size, (index) =>
    span('item', [span('step', [span('query', { attributes: { n: index } })])]),
  );
  return { spans: spans.toReversed(), expected: [span('root', shapes.toReversed())] };
}

function chain(size: number): { spans: Span[]; expected: SpanShape[] } {
  const spans = repeat(size, (index) =>
    spanAt(index + 1, {
      name: 'call',
      ...(index === 0 ? {} : { parent: { spanId: idOf(index) } }),
    }),
  );
  let expected = span('call');
  for (let depth = 1; depth < size; depth += 1) expected = span('call', [expected]);
  return { spans: spans.toReversed(), expected: [expected] };
}

function numbered(index: number): Partial<Span> {
  return { attributes: { n: index } };
}

function numberedShapes(size: number): SpanShape[] {
  return repeat(size - 1, numberedShape);
}

function numberedShape(index: number): SpanShape {
  return span('item', { attributes: { n: index } });
}

function repeat<T>(times: number, make: (index: number) => T): T[] {
  return Array.from({ length: Math.max(times, 0) }, (_, index) => make(index));
}

function spanAt(id: number, fields: Partial<Span> & { readonly name: string }): Span {
  return {
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: idOf(id),
    kind: 'internal',
    status: { code: 'unset' },
    startTime: 1_000n,
    endTime: 2_000n,
    attributes: {},
    events: [],
    links: [],
    scope: { name: 'bench' },
    resource: {},
    ...fields,
  };
}

function idOf(id: number): string {
  return id.toString(16).padStart(16, '0');
}
