import { statusCodes } from '../otlp/words.ts';
import { copyAttributes } from './sdk-value.ts';
import type { ParentReference, Span, SpanEvent, SpanKind, SpanLink, Status } from '../span.ts';

/** Seconds and nanoseconds. */
type HrTime = readonly [number, number];

/** As much of OpenTelemetry's `SpanContext` as is read. */
export interface SdkSpanContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly isRemote?: boolean;
  readonly traceState?: { serialize(): string };
}

/**
 * As much of `@opentelemetry/sdk-trace`'s `ReadableSpan` as is read. Described here rather than
 * imported, so that this package runs beside any SDK that keeps to it, and loads none.
 */
export interface SdkSpan {
  readonly name: string;
  /** The JavaScript API's numbers, 0 (internal) to 4 (consumer): each is one less than OTLP's. */
  readonly kind: number;
  readonly spanContext: () => SdkSpanContext;
  readonly parentSpanContext?: SdkSpanContext;
  readonly startTime: HrTime;
  /** `[0, 0]` until the span has ended. */
  readonly endTime: HrTime;
  readonly ended: boolean;
  readonly status: { readonly code: number; readonly message?: string };
  readonly attributes: object;
  readonly events: readonly {
    readonly name: string;
    readonly time: HrTime;
    readonly attributes?: object;
  }[];
  /** Without a context where a program handed over something else for a link. */
  readonly links: readonly { readonly context?: SdkSpanContext; readonly attributes?: object }[];
  readonly resource: SdkResource;
  readonly instrumentationScope: { readonly name: string; readonly version?: string };
}

/** As much of the SDK's `Resource` as is read. */
export interface SdkResource {
  readonly attributes: object;
  readonly asyncAttributesPending?: boolean;
  readonly getRawAttributes?: () => readonly (readonly [string, unknown])[];
}

/**
 * Takes what an SDK span says at this moment. A span that is still open may be given too (from a
 * processor's `onStart`, say): it comes out without an end, and what happens to it later is not in
 * the copy.
 *
 * Values that OpenTelemetry cannot carry (functions, dates, circles, integers beyond 64 bits) are
 * left out, as are resource attributes that are still being detected. Nothing is logged through the
 * SDK's `diag`, and odd values do not make it throw.
 *
 * @example
 * ```ts
 * const exporter = new InMemorySpanExporter();
 * const trace = new Trace(exporter.getFinishedSpans().map(spanFromSdk));
 * ```
 */
export function spanFromSdk(span: SdkSpan): Span {
  const { traceId, spanId, traceState } = span.spanContext();
  const parent = parentFrom(span.parentSpanContext);
  const { name: scopeName, version } = span.instrumentationScope;
  return {
    traceId,
    spanId,
    ...(parent && { parent }),
    ...traceStateFrom(traceState),
    name: typeof span.name === 'string' ? span.name : '',
    kind: apiKinds[span.kind] ?? 'internal',
    status: statusFrom(span.status),
    startTime: nanosecondsFrom(span.startTime),
    ...(span.ended && { endTime: endFrom(span.endTime) }),
    attributes: copyAttributes(span.attributes),
    events: span.events.map(eventFrom),
    links: span.links.map(linkFrom),
    scope: { name: scopeName, ...(version && { version }) },
    resource: copyAttributes(settledAttributes(span.resource)),
  };
}

const apiKinds = [
  'internal',
  'server',
  'client',
  'producer',
  'consumer',
] as const satisfies SpanKind[];

/** The SDK marks a context as remote or says nothing, so nothing means local. */
function parentFrom(context: SdkSpanContext | undefined): ParentReference | undefined {
  if (!context || /^0*$/u.test(context.spanId)) return undefined;
  return { spanId: context.spanId, isRemote: context.isRemote === true };
}

function statusFrom({ code, message }: SdkSpan['status']): Status {
  const hasMessage = typeof message === 'string' && message !== '';
  return { code: statusCodes[code] ?? 'unset', ...(hasMessage && { message }) };
}

function eventFrom({ name, time, attributes }: SdkSpan['events'][number]): SpanEvent {
  return { name, time: nanosecondsFrom(time), attributes: copyAttributes(attributes) };
}

function linkFrom({ context = NOWHERE, attributes }: SdkSpan['links'][number]): SpanLink {
  const { traceId, spanId, traceState } = context;
  return { traceId, spanId, ...traceStateFrom(traceState), attributes: copyAttributes(attributes) };
}

const NOWHERE: SdkSpanContext = { traceId: '', spanId: '' };

function traceStateFrom(state: SdkSpanContext['traceState']): { readonly traceState?: string } {
  const traceState = state?.serialize() ?? '';
  return traceState === '' ? {} : { traceState };
}

/** In OTLP an end at 0 is no end, so the span that ended then ends one nanosecond later. */
function endFrom(time: HrTime): bigint {
  return nanosecondsFrom(time) || 1n;
}

/** Times given by hand may be fractions, negative or not numbers at all. */
function nanosecondsFrom([seconds, nanoseconds]: HrTime): bigint {
  const whole = wholeNumber(seconds) * 1_000_000_000n + wholeNumber(nanoseconds);
  return whole < 0n ? 0n : whole;
}

function wholeNumber(value: number): bigint {
  return Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;
}

/**
 * The getter complains through `diag` while attributes are pending; the raw list does not. Its
 * first entry of a key holds.
 */
function settledAttributes(resource: SdkResource): object {
  if (resource.asyncAttributesPending !== true) return resource.attributes;
  return Object.fromEntries(resource.getRawAttributes?.().toReversed() ?? []);
}
