import { type Span, type Trace, notableFacts } from '@tracelings/trace-shape';
import { visibleName } from '../format/visible.ts';
import {
  type Bounds,
  type Lane,
  type Row,
  type SpanRow,
  durationText,
  lanesOf,
  placeOf,
  rowsOf,
  ticksOf,
} from '@tracelings/waterfall';
import { type Html, html } from './html.ts';

/** More rows than these are folded. */
const most = 40;
const ticks = 5;
const colours = 4;
/** So that a span of no length can be seen, in percent. */
const thinnest = 0.4;

/** A trace as a table: the tree on the left, bars in proportion beside it, and how long each took. */
export function waterfallTable(trace: Trace, marked: Span | undefined): Html {
  const rows = rowsOf(trace, { most, keep: (span) => span === marked });
  const services = [...new Set(trace.spans.map(serviceNameOf))];
  const lanes = lanesOf(trace).map((lane) => laneBody(lane, rows, { trace, marked, services }));
  return html`<table class="waterfall">
    <thead>
      <tr>
        <th scope="col" class="label">Span</th>
        <th scope="col">When</th>
        <th scope="col" class="length">Took</th>
      </tr>
    </thead>
    ${lanes}
  </table>`;
}

interface Picture {
  readonly trace: Trace;
  readonly marked: Span | undefined;
  /** In the order in which they appear. */
  readonly services: readonly unknown[];
}

function laneBody(lane: Lane, rows: readonly Row[], picture: Picture): Html {
  const traceIds = new Set(lane.traceIds);
  const own = rows.filter((row) => traceIds.has(firstSpan(row)?.traceId ?? ''));
  return html`<tbody>
    <tr>
      <td></td>
      <td><svg aria-hidden="true">${scale(lane.bounds)}</svg></td>
      <td></td>
    </tr>
    ${own.map((row) => rowOf(row, lane.bounds, picture))}
  </tbody> `;
}

function firstSpan(row: Row): Span | undefined {
  return row.kind === 'span' ? row.span : row.spans[0];
}

function scale(bounds: Bounds): Html[] {
  return ticksOf(bounds, ticks).map(
    ({ at, text }) =>
      html`<text class="tick" x="${percent(Math.min(at, 0.94))}" y="12">${text}</text>`,
  );
}

function rowOf(row: Row, bounds: Bounds, picture: Picture): Html {
  const spans = row.kind === 'span' ? [row.span] : row.spans;
  const isMarked = picture.marked !== undefined && spans.includes(picture.marked);
  const label = row.kind === 'span' ? spanLabel(row, picture) : `… ${row.spans.length} spans`;
  const text = `${branchOf(row)}${isMarked ? '▶ ' : ''}${visibleName(label)}`;
  const took = row.kind === 'span' ? lengthOf(row.span) : '';
  const bars = spans.slice(0, most).map((span) => barOf(span, bounds, picture));
  const marks = row.kind === 'span' ? eventsOf(row.span, bounds) : [];
  return html`<tr>
    <td class="label${isMarked ? ' marked' : ''}" title="${visibleName(label)}">${text}</td>
    <td><svg aria-hidden="true">${bars}${marks}</svg></td>
    <td class="length">${took}</td>
  </tr> `;
}

function spanLabel({ span }: SpanRow, { trace, services }: Picture): string {
  return [span.name, ...serviceOf(span, services), ...notableFacts(span, trace)].join(' · ');
}

/** A service's name says something only where there are several. */
function serviceOf(span: Span, services: readonly unknown[]): string[] {
  const own = serviceNameOf(span);
  return services.length < 2 || typeof own !== 'string' ? [] : [`in ${own}`];
}

function serviceNameOf({ resource }: Span): unknown {
  return resource['service.name'];
}

/** Which of the colours is its service's. */
function serviceIndex(span: Span, services: readonly unknown[]): number {
  return services.indexOf(serviceNameOf(span)) % colours;
}

function branchOf({ depth, guides, isLast }: Row): string {
  if (depth === 0) return '';
  const shown = guides.slice(-8).map((goesOn) => (goesOn ? '│ ' : '  '));
  return `${guides.length > shown.length ? '… ' : ''}${shown.join('')}${isLast ? '└ ' : '├ '}`;
}

function lengthOf({ startTime, endTime }: Span): string {
  return endTime === undefined ? 'never ended' : durationText(endTime - startTime);
}

function barOf(span: Span, bounds: Bounds, { services }: Picture): Html {
  const { from, to } = placeOf(bounds, span);
  const width = Math.max((to - from) * 100, thinnest);
  const x = Math.min(from * 100, 100 - width);
  const failed = span.status.code === 'error' ? ' failed' : '';
  const open = span.endTime === undefined ? ' open' : '';
  return html`<rect
    class="bar s${serviceIndex(span, services)}${failed}${open}"
    rx="2"
    x="${x.toFixed(2)}%"
    y="3"
    width="${width.toFixed(2)}%"
    height="10"
  />`;
}

function eventsOf({ events }: Span, bounds: Bounds): Html[] {
  return events.slice(0, most).map(({ time }) => {
    const { from } = placeOf(bounds, { startTime: time });
    return html`<circle class="event" cx="${percent(from)}" cy="8" r="3" />`;
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
