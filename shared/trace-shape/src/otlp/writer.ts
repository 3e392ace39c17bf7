import { encodeAttributes } from './written-value.ts';
import type {
  OtlpEvent,
  OtlpJson,
  OtlpKeyValue,
  OtlpLink,
  OtlpScopeSpans,
  OtlpSpan,
} from './otlp-json.ts';
import { flagBits, otlpKinds, statusCodes } from './words.ts';
import type { Attributes, ParentReference, Scope, Span, SpanEvent, SpanLink } from '../span.ts';

/**
 * Writes spans as OTLP JSON, the inverse of `parseOtlp`: grouped by resource and scope, in the
 * order they first appear, times and integers exact, whether the parent is remote in the flags. A
 * span that never ended has no `endTimeUnixNano`, which exporters never send and `parseOtlp` reads
 * as open.
 *
 * Loads nothing but this package's few files, so that it can run beside the code being watched.
 * Integers beyond 64 bits become strings: the protocol has no place for them.
 *
 * @example
 * ```ts
 * process.send?.(toOtlp([spanFromSdk(span)]));
 * ```
 */
export function toOtlp(spans: readonly Span[]): OtlpJson {
  const resources = new Map<string, ResourceGroup>();
  const keyOf = keepKeys();
  for (const span of spans) {
    const key = keyOf(span.resource);
    const resource = resources.get(key) ?? {
      attributes: encodeAttributes(span.resource),
      scopes: new Map(),
    };
    resources.set(key, resource);
    spansOfScope(resource, span.scope).push(encodeSpan(span));
  }
  return { resourceSpans: [...resources.values()].map(encodeResource) };
}

interface ResourceGroup {
  readonly attributes: OtlpKeyValue[];
  readonly scopes: Map<string, { readonly scope: Scope; readonly spans: OtlpSpan[] }>;
}

/** Spans mostly share their resource object, and its key is the only costly one. */
function keepKeys(): (resource: Attributes) => string {
  const kept = new WeakMap<Attributes, string>();
  return (resource) => {
    const key = kept.get(resource) ?? JSON.stringify(encodeAttributes(resource));
    kept.set(resource, key);
    return key;
  };
}

function spansOfScope({ scopes }: ResourceGroup, { name, version }: Scope): OtlpSpan[] {
  const key = JSON.stringify([name, version]);
  const group = scopes.get(key) ?? { scope: { name, ...(version && { version }) }, spans: [] };
  scopes.set(key, group);
  return group.spans;
}

function encodeResource({ attributes, scopes }: ResourceGroup): OtlpJson['resourceSpans'][number] {
  const scopeSpans: OtlpScopeSpans[] = [...scopes.values()];
  return { resource: { attributes }, scopeSpans };
}

function encodeSpan(span: Span): OtlpSpan {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parent && encodeParent(span.parent)),
    ...(span.traceState && { traceState: span.traceState }),
    name: span.name,
    kind: otlpKinds.lastIndexOf(span.kind),
    startTimeUnixNano: String(span.startTime),
    ...(span.endTime !== undefined && { endTimeUnixNano: String(span.endTime) }),
    attributes: encodeAttributes(span.attributes),
    events: span.events.map(encodeEvent),
    links: span.links.map(encodeLink),
    status: {
      code: statusCodes.indexOf(span.status.code),
      ...(span.status.message && { message: span.status.message }),
    },
  };
}

function encodeParent({
  spanId,
  isRemote,
}: ParentReference): Pick<OtlpSpan, 'parentSpanId' | 'flags'> {
  if (isRemote === undefined) return { parentSpanId: spanId };
  return { parentSpanId: spanId, flags: flagBits.knowsRemote | (isRemote ? flagBits.isRemote : 0) };
}

function encodeEvent({ name, time, attributes }: SpanEvent): OtlpEvent {
  return { name, timeUnixNano: String(time), attributes: encodeAttributes(attributes) };
}

function encodeLink({ traceId, spanId, traceState, attributes }: SpanLink): OtlpLink {
  const state = traceState ? { traceState } : {};
  return { traceId, spanId, ...state, attributes: encodeAttributes(attributes) };
}
