import { type Span, type Trace, describeDetails, notableFacts } from '@tracelings/trace-shape';
import { columnsOf, cut, escapeInvisible } from '@tracelings/trace-shape/text';
import {
  type Bounds,
  type Lane,
  type Row,
  durationText,
  lanesOf,
  rowsOf,
} from '@tracelings/waterfall';
import { barOf, scaleOf } from './bar.ts';
import type { Line } from './line.ts';

export interface WaterfallOptions {
  /** Columns that no line exceeds; at least 40 are taken. */
  readonly width: number;
  /** How many spans get a row; the rest is folded. */
  readonly most: number;
  /** The span that the failing check speaks of. */
  readonly marked?: Span | undefined;
}

/** With more spans than this, attributes, events and links are shown of the marked one alone. */
const mostWithDetails = 24;
const narrowest = 40;
const durationColumns = 9;

interface Picture {
  readonly trace: Trace;
  readonly marked?: Span | undefined;
  /** A service's name says something only where there are several. */
  readonly hasServices: boolean;
}

interface Layout extends Picture {
  readonly width: number;
  readonly labelColumns: number;
  readonly barColumns: number;
}

/** The tree on the left, bars in proportion beside it, and how long each span took. */
export function waterfallLines(trace: Trace, options: WaterfallOptions): Line[] {
  if (trace.isEmpty) return [{ text: '(no spans)' }];
  const { most, marked } = options;
  const rows = rowsOf(trace, { most, keep: (span) => span === marked });
  const layout = layOut(trace, rows, options);
  return lanesOf(trace).flatMap((lane) => laneLines(lane, rows, layout));
}

function layOut(trace: Trace, rows: readonly Row[], options: WaterfallOptions): Layout {
  const width = Math.max(narrowest, options.width);
  const picture = { trace, marked: options.marked, hasServices: hasSeveralServices(trace) };
  const widest = rows.reduce((most, row) => Math.max(most, columnsOf(labelOf(row, picture))), 0);
  const labelColumns = Math.min(widest, Math.floor(width * 0.55));
  const barColumns = width - labelColumns - durationColumns - 2;
  return { ...picture, width, labelColumns, barColumns };
}

function laneLines(lane: Lane, rows: readonly Row[], layout: Layout): Line[] {
  const traceIds = new Set(lane.traceIds);
  const own = rows.filter((row) => traceIds.has(traceIdOf(row)));
  const scale = scaleOf(lane.bounds, layout.barColumns);
  return [
    { text: `${' '.repeat(layout.labelColumns + 1)}${scale}`, paint: 'quiet' },
    ...own.flatMap((row) => [rowLine(row, lane.bounds, layout), ...detailLines(row, layout)]),
  ];
}

function traceIdOf(row: Row): string {
  return (row.kind === 'span' ? row.span : row.spans[0])?.traceId ?? '';
}

function rowLine(row: Row, bounds: Bounds, layout: Layout): Line {
  const label = padded(cut(labelOf(row, layout), layout.labelColumns), layout.labelColumns);
  const spans = row.kind === 'span' ? [row.span] : row.spans;
  const bar = barOf(spans, bounds, layout.barColumns);
  const took = row.kind === 'span' ? lengthOf(row.span) : '';
  const text = `${label} ${bar} ${took.padStart(durationColumns)}`.trimEnd();
  if (row.kind === 'fold') return { text, paint: 'quiet' };
  if (row.span === layout.marked) return { text, paint: 'strong' };
  return row.span.status.code === 'error' ? { text, paint: 'bad' } : { text };
}

function lengthOf({ startTime, endTime }: Span): string {
  return endTime === undefined ? 'open' : durationText(endTime - startTime);
}

function labelOf(row: Row, picture: Picture): string {
  const branch = row.depth === 0 ? '' : `${stemOf(row)}${row.isLast ? '└─ ' : '├─ '}`;
  if (row.kind === 'fold') return `${branch}${foldText(row.spans, picture.marked)}`;
  const pointer = row.span === picture.marked ? '▶ ' : '';
  const facts = factsOf(row.span, picture);
  return branch + pointer + escapeInvisible([row.span.name, ...facts].join(' · '));
}

function factsOf(span: Span, { trace, hasServices }: Picture): string[] {
  return [
    ...(hasServices ? [`in ${serviceOf(span) ?? 'an unnamed service'}`] : []),
    ...notableFacts(span, trace),
  ];
}

/** Of a tree deeper than the screen is wide, the outermost branches give way. */
function stemOf({ guides }: Row): string {
  const shown = guides.slice(-8).map((goesOn) => (goesOn ? '│  ' : '   '));
  return `${guides.length > shown.length ? '… ' : ''}${shown.join('')}`;
}

function foldText(spans: readonly Span[], marked: Span | undefined): string {
  const names = Map.groupBy(spans, (span) => span.name);
  const often = [...names].toSorted((one, other) => other[1].length - one[1].length);
  const [name, same] = often[0] ?? ['', []];
  const others = names.size === 1 ? '' : ' and others';
  const pointer = marked !== undefined && spans.includes(marked) ? '▶ ' : '';
  return `${pointer}… ${spans.length} spans: ${same.length} × ${escapeInvisible(name)}${others}`;
}

function hasSeveralServices({ spans }: Trace): boolean {
  return new Set(spans.map((span) => serviceOf(span))).size > 1;
}

function serviceOf(span: Span): string | undefined {
  const name = span.resource['service.name'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function detailLines(row: Row, layout: Layout): Line[] {
  const { trace, marked, width } = layout;
  if (row.kind === 'fold') return [];
  if (trace.spans.length > mostWithDetails && row.span !== marked) return [];
  const goesOn = row.depth > 0 && !row.isLast;
  const stem = `${stemOf(row)}${row.depth === 0 ? '' : goesOn ? '│  ' : '   '}`;
  const left = `${stem}${row.hasChildren ? '│  ' : '   '}  `;
  const isCut = columnsOf(labelOf(row, layout)) > layout.labelColumns;
  const facts = isCut ? [factsOf(row.span, layout).join(' · ')] : [];
  return [...facts, ...describeDetails(row.span, trace)].map((detail) => ({
    text: cut(left + escapeInvisible(detail), width),
    paint: 'quiet',
  }));
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
