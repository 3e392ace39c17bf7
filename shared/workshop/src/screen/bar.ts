import type { Span } from '@tracelings/trace-shape';
import { type Bounds, placeOf, ticksOf } from '@tracelings/waterfall';

const work = '█';
const brief = '▏';
const open = '░';
const event = '◆';

/** A row's bar: work, a span left open up to the edge, and the events upon it. */
export function barOf(spans: readonly Span[], bounds: Bounds, columns: number): string {
  const cells = Array.from({ length: columns }, () => ' ');
  for (const span of spans) {
    const { from, length } = cellsOf(placeOf(bounds, span), columns);
    const isBrief = span.endTime !== undefined && length === 0;
    const drawn = isBrief ? brief : span.endTime === undefined ? open : work;
    cells.fill(drawn, from, from + Math.max(1, length));
  }
  if (spans.length === 1) for (const { time } of spans[0]?.events ?? []) mark(cells, time, bounds);
  return cells.join('');
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function cellsOf({ from, to }: Place, columns: number): { from: number; length: number } {
  const first = Math.min(columns - 1, Math.floor(from * columns));
  const isLong = to - from >= 0.5 / columns;
  return { from: first, length: isLong ? Math.max(1, Math.round(to * columns) - first) : 0 };
}

function mark(cells: string[], time: bigint, bounds: Bounds): void {
  const { from } = placeOf(bounds, { startTime: time, endTime: time });
  cells[Math.min(cells.length - 1, Math.floor(from * cells.length))] = event;
}

const columnsPerTick = 14;

/** The times above the bars. A label that would not fit is left out. */
export function scaleOf(bounds: Bounds, columns: number): string {
  let scale = '';
  for (const { at, text } of ticksOf(bounds, Math.floor(columns / columnsPerTick) + 2)) {
    const column = Math.floor(at * columns);
    if (column < scale.length || column + text.length + 1 > columns) continue;
    scale = `${scale.padEnd(column)}╷${text}`;
  }
  return scale;
}
