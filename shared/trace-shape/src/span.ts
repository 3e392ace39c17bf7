/** What a span does in the conversation between services, as a word. */
export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** How a span ended, as a word. There is no fourth: a cancelled operation has no status of its own. */
export type StatusCode = 'unset' | 'ok' | 'error';

/** Any value OpenTelemetry carries. Integers beyond 2^53 are `bigint`, so that none is rounded. */
export type AttributeValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | readonly AttributeValue[]
  | { readonly [key: string]: AttributeValue };

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** A moment inside a span. An exception is an event named `exception`. */
export interface SpanEvent {
  readonly name: string;
  /** Nanoseconds since the Unix epoch. */
  readonly time: bigint;
  readonly attributes: Attributes;
}

/** A span's reference to another span, in the same trace or in another. */
export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceState?: string;
  readonly attributes: Attributes;
}

/** The instrumentation scope: what `getTracer(name, version)` was given. */
export interface Scope {
  readonly name: string;
  readonly version?: string;
}

export interface Status {
  readonly code: StatusCode;
  readonly message?: string;
}

/** The parent as the span names it; whether it is in the trace is another question. */
export interface ParentReference {
  readonly spanId: string;
  /** `true` when the parent came in from another process; absent when the source does not say. */
  readonly isRemote?: boolean;
}

/** One span, wherever it was read from. Plain data: nothing in it can be called. */
export interface Span {
  /** 32 lowercase hex digits. */
  readonly traceId: string;
  /** 16 lowercase hex digits. */
  readonly spanId: string;
  readonly parent?: ParentReference;
  readonly traceState?: string;
  readonly name: string;
  readonly kind: SpanKind;
  readonly status: Status;
  /** Nanoseconds since the Unix epoch. */
  readonly startTime: bigint;
  /** Nanoseconds since the Unix epoch; absent when the span never ended. */
  readonly endTime?: bigint;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  readonly scope: Scope;
  /** The resource's attributes, `service.name` among them. */
  readonly resource: Attributes;
}
