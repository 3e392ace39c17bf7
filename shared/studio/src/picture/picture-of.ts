import { type Span, Trace, notableFacts } from '@tracelings/trace-shape';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import {
  type Bounds,
  type Lane,
  durationText,
  lanesOf,
  placeOf,
  ticksOf,
} from '@tracelings/waterfall';
import { detailsOf } from './details.ts';
import { type Judged, type Said, judgedSpans } from './judged-spans.ts';
import type { Picture, PictureMark, PictureRow, PictureTrace } from './picture.ts';
import { type Placed, placedNodes } from './tree.ts';

const mostTicks = 5;
/** More marks than a bar has room for are one blur, and each costs. */
const mostMarks = 50;

/**
 * Lays out a run's trace, with what the failing check says of it laid over. Pure: the same spans
 * give the same picture. Takes time linear in the spans.
 */
export function pictureOf(spans: readonly Span[], said?: Said): Picture {
  const trace = new Trace(spans);
  const lanes = lanesOf(trace);
  const services = servicesOf(trace);
  const scene: Scene = {
    trace,
    lanes,
    services: new Map(services.map((name, index) => [name, index])),
    traces: new Map(trace.traceIds.map((id, index) => [id, index])),
    laneOfTrace: new Map(lanes.flatMap(({ traceIds }, lane) => traceIds.map((id) => [id, lane]))),
    judged: judgedSpans(trace, said),
  };
  const placed = placedNodes(trace, said?.overlay);
  const targets = new Map<Span, string>();
  for (const { node, key } of placed) if (node.kind === 'belongs') targets.set(node.span, key);
  return {
    services: services.map((name) => escapeInvisible(name)),
    lanes: lanes.map((lane) => laneOf(lane, trace)),
    traces: tracesOf(trace),
    rows: placed.map((at) => rowOf(at, scene, targets)),
  };
}

interface Scene {
  readonly trace: Trace;
  readonly lanes: readonly Lane[];
  readonly services: ReadonlyMap<string, number>;
  readonly traces: ReadonlyMap<string, number>;
  readonly laneOfTrace: ReadonlyMap<string, number>;
  readonly judged: (span: Span) => Judged;
}

function laneOf({ bounds, traceIds }: Lane, trace: Trace): Picture['lanes'][number] {
  const first = trace.spans.find(({ traceId }) => traceId === traceIds[0]);
  return {
    name: escapeInvisible(first?.name ?? ''),
    length: durationText(bounds.end - bounds.start),
    ticks: ticksOf(bounds, mostTicks),
  };
}

function tracesOf(trace: Trace): PictureTrace[] {
  const byId: ReadonlyMap<string, readonly Span[]> = Map.groupBy(
    trace.spans,
    ({ traceId }) => traceId,
  );
  return trace.traceIds.map((id) => {
    const spans = byId.get(id) ?? [];
    return { id, name: escapeInvisible(spans[0]?.name ?? ''), spans: spans.length };
  });
}

function servicesOf({ spans }: Trace): string[] {
  return [...new Set(spans.flatMap((span) => serviceOf(span) ?? []))];
}

function serviceOf(span: Span): string | undefined {
  const name = span.resource['service.name'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function rowOf(at: Placed, scene: Scene, targets: ReadonlyMap<Span, string>): PictureRow {
  const { node, key, level, position, size, hasChildren, name } = at;
  const place = { key, kind: node.kind, level, position, size, hasChildren, name };
  return node.kind === 'span'
    ? { ...place, ...madeRow(node.span, scene, targets.get(node.span)) }
    : { ...place, ...outlineRow(at, scene) };
}

type Drawn = Omit<PictureRow, keyof Omit<Placed, 'node' | 'above'> | 'kind'>;

function madeRow(span: Span, scene: Scene, target: string | undefined): Drawn {
  const { trace } = scene;
  const { lane, bounds } = laneFor(span, scene);
  const service = scene.services.get(serviceOf(span) ?? '');
  const traceIndex = scene.traces.get(span.traceId);
  const { endTime } = span;
  return {
    ...(service === undefined ? {} : { service }),
    ...(traceIndex === undefined ? {} : { trace: traceIndex }),
    lane,
    ...placeOf(bounds, span),
    start: durationText(span.startTime - bounds.start),
    length: endTime === undefined ? 'never ended' : durationText(endTime - span.startTime),
    isOpen: endTime === undefined,
    isError: span.status.code === 'error',
    ...scene.judged(span),
    facts: notableFacts(span, trace).map((fact) => escapeInvisible(fact)),
    events: marksOf(span, bounds),
    links: span.links.length,
    ...(target === undefined ? {} : { target }),
    details: detailsOf(span, trace, bounds.start),
  };
}

/** As long as what it belongs to, since nobody knows when it would have run. */
function outlineRow({ node, above }: Placed, scene: Scene): Drawn {
  const like = node.kind === 'belongs' ? node.span : above;
  const { lane, bounds } = like ? laneFor(like, scene) : { lane: 0, bounds: undefined };
  const place = like && bounds ? placeOf(bounds, like) : { from: 0, to: 1 };
  return {
    lane,
    ...place,
    start: '',
    length: node.kind === 'missing' ? 'missing' : 'belongs here',
    isOpen: false,
    isError: false,
    state: 'plain',
    facts: node.kind === 'missing' ? node.facts : [],
    notes: [],
    events: [],
    links: 0,
  };
}

function laneFor(
  { traceId }: Span,
  { lanes, laneOfTrace }: Scene,
): { lane: number; bounds: Bounds } {
  const lane = laneOfTrace.get(traceId) ?? 0;
  return { lane, bounds: lanes[lane]?.bounds ?? { start: 0n, end: 1n } };
}

function marksOf({ events }: Span, bounds: Bounds): PictureMark[] {
  return events.slice(0, mostMarks).map(({ name, time }) => ({
    at: placeOf(bounds, { startTime: time, endTime: time }).from,
    text: escapeInvisible(name),
  }));
}
