import { Explanation, renderTree, shape, span as spanShape, Trace } from '@tracelings/trace-shape';
import type { Shape, Span } from '@tracelings/trace-shape';
import type { Run } from '@tracelings/lesson-kit';
import type { Inputs, OrderInput } from './inputs.ts';

export type HallRun = Run<Inputs>;

const NAMES = [
  'reserve order',
  'check stock',
  'count item',
  'pack order',
  'pack item',
  'stick label',
] as const;

/** The kinds of work that have a span in this lesson. */
export type Name = (typeof NAMES)[number];

/** A piece of work: its name, and the item or order it is about, where its span says so. */
export interface Work {
  readonly name: Name;
  readonly of?: string;
}

/** All the work of an order that is in stock, from the outside to the inside. */
export function workFor({ orderId, items }: OrderInput): readonly Work[] {
  return [
    { name: 'reserve order', of: orderId },
    { name: 'check stock' },
    ...items.map((of) => ({ name: 'count item', of }) as const),
    { name: 'pack order' },
    ...items.map((of) => ({ name: 'pack item', of }) as const),
    { name: 'stick label', of: orderId },
  ];
}

/** The order of the scenario with a single one. */
export function onlyOrder({ inputs }: HallRun): OrderInput {
  const [order] = inputs.orders;
  if (order === undefined) throw new Error('The inputs hold no order.');
  return order;
}

export function isOf({ name, of }: Work, span: Span): boolean {
  if (span.name !== name) return false;
  return of === undefined || of === span.attributes['shop.item'] || of === orderOf(span);
}

export function orderOf(span: Span): string {
  const id = span.attributes['shop.order.id'];
  return typeof id === 'string' ? id : '';
}

/** The span of a piece of work, for checks that come after the one that asks for it. */
export function spanOf(run: HallRun, work: Work): Span {
  const span = run.trace.spans.find((candidate) => isOf(work, candidate));
  if (span !== undefined) return span;
  throw new Explanation({
    sought: `a span ${labelOf(work)}`,
    found: 'no such span',
    next: `let inSpan() start \`${work.name}\` where it did at first`,
    kind: 'missing',
  });
}

/** `` `pack item` of kite-7f3a09c1 ``. */
export function labelOf({ name, of }: Work): string {
  return of === undefined ? `\`${name}\`` : `\`${name}\` of ${of}`;
}

/** The nearest span around this one that the lesson knows; others in between are welcome. */
export function knownAbove(run: HallRun, span: Span): Span | undefined {
  let above = run.trace.parentOf(span);
  while (above !== undefined && !isKnown(above)) above = run.trace.parentOf(above);
  return above;
}

/** Whether a span is somewhere inside another. */
export function isInside(run: HallRun, span: Span, outer: Span): boolean {
  for (let at = run.trace.parentOf(span); at !== undefined; at = run.trace.parentOf(at)) {
    if (at === outer) return true;
  }
  return false;
}

function isKnown({ name }: Span): boolean {
  return NAMES.some((known) => known === name);
}

/** What a reservation should look like. */
export function drawExpected({ items }: OrderInput): string {
  return [
    'reserve order',
    '├─ check stock',
    ...items.slice(1).map(() => '│  ├─ count item'),
    '│  └─ count item',
    '└─ pack order',
    ...items.map(() => '   ├─ pack item'),
    '   └─ stick label',
  ].join('\n');
}

/** The same, to be laid over the trace. */
export function expectedShape({ items }: OrderInput): Shape {
  const count = items.length;
  const reservation = spanShape('reserve order', [
    spanShape('check stock', [spanShape('count item', { count })]),
    spanShape('pack order', [spanShape('pack item', { count }), spanShape('stick label')]),
  ]);
  return shape([reservation], { open: true });
}

/** What it looks like. Siblings come in the order they were started, which no clock can tell. */
export function drawActual(run: HallRun, here?: Span): string {
  const places = new Map(run.evidence.started.map(({ spanId }, place) => [spanId, BigInt(place)]));
  const spans = run.trace.spans.map((span) =>
    Object.assign({}, span, { startTime: places.get(span.spanId) ?? 0n }),
  );
  return renderTree(new Trace(spans), {
    width: 48,
    mark: ({ spanId }) => (spanId === here?.spanId ? 'here' : undefined),
  });
}
