import {
  readLinkedSpanId,
  readLinkedTraceId,
  readParentId,
  readSpanId,
  readTraceId,
} from './id.ts';
import { readBits, readTime } from './number.ts';
import type { Place } from './place.ts';
import { readAttributes } from './value.ts';
import { flagBits, otlpKinds, statusCodes } from './words.ts';
import type {
  Attributes,
  ParentReference,
  Scope,
  Span,
  SpanEvent,
  SpanKind,
  SpanLink,
  Status,
  StatusCode,
} from '../span.ts';

export interface SpanOrigin {
  readonly scope: Scope;
  readonly resource: Attributes;
}

export function readSpan(place: Place, origin: SpanOrigin): Span {
  const parent = readParent(place);
  const endTime = readTime(place.field('endTimeUnixNano'));
  return {
    traceId: readTraceId(place.field('traceId')),
    spanId: readSpanId(place.field('spanId')),
    ...(parent && { parent }),
    ...readTraceState(place),
    name: place.field('name').text(),
    kind: readKind(place.field('kind')),
    status: readStatus(place.field('status')),
    startTime: readTime(place.field('startTimeUnixNano')),
    ...(endTime === 0n ? {} : { endTime }),
    attributes: readAttributes(place.field('attributes')),
    events: place.field('events').items().map(readEvent),
    links: place.field('links').items().map(readLink),
    ...origin,
  };
}

export function readScope(place: Place): Scope {
  const version = place.field('version').text();
  return { name: place.field('name').text(), ...(version !== '' && { version }) };
}

function readParent(place: Place): ParentReference | undefined {
  const spanId = readParentId(place.field('parentSpanId'));
  if (spanId === undefined) return undefined;
  const flags = readBits(place.field('flags'));
  if ((flags & flagBits.knowsRemote) === 0) return { spanId };
  return { spanId, isRemote: (flags & flagBits.isRemote) !== 0 };
}

const kindsByValue = new Map<unknown, SpanKind>([
  ...otlpKinds.entries(),
  ...otlpKinds.map((kind) => [`SPAN_KIND_${kind.toUpperCase()}`, kind] as const),
  ['SPAN_KIND_UNSPECIFIED', 'internal'],
]);

function readKind(place: Place): SpanKind {
  if (place.isAbsent) return 'internal';
  const kind = kindsByValue.get(place.value);
  return kind ?? refuseWord(place, 'a span kind: 0 to 5, or a name such as "SPAN_KIND_SERVER"');
}

const statusCodesByValue = new Map<unknown, StatusCode>([
  ...statusCodes.entries(),
  ...statusCodes.map((code) => [`STATUS_CODE_${code.toUpperCase()}`, code] as const),
]);

function readStatus(place: Place): Status {
  const message = place.field('message').text();
  return { code: readStatusCode(place.field('code')), ...(message !== '' && { message }) };
}

function readStatusCode(place: Place): StatusCode {
  if (place.isAbsent) return 'unset';
  const code = statusCodesByValue.get(place.value);
  return code ?? refuseWord(place, 'a status code: 0, 1, 2, or a name such as "STATUS_CODE_ERROR"');
}

function refuseWord(place: Place, sought: string): never {
  const mayName = typeof place.value === 'number' || typeof place.value === 'string';
  return place.refuse(mayName ? 'OTLP_WRONG_VALUE' : 'OTLP_WRONG_TYPE', sought);
}

function readEvent(place: Place): SpanEvent {
  return {
    name: place.field('name').text(),
    time: readTime(place.field('timeUnixNano')),
    attributes: readAttributes(place.field('attributes')),
  };
}

function readLink(place: Place): SpanLink {
  return {
    traceId: readLinkedTraceId(place.field('traceId')),
    spanId: readLinkedSpanId(place.field('spanId')),
    ...readTraceState(place),
    attributes: readAttributes(place.field('attributes')),
  };
}

function readTraceState(place: Place): { readonly traceState?: string } {
  const traceState = place.field('traceState').text();
  return traceState === '' ? {} : { traceState };
}
