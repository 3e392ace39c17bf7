import type { OtlpTrace } from './otlp-trace.ts';

/** How long and for how much {@link RunningJaeger.trace} waits. */
export interface TraceOptions {
  /** How many spans the trace must hold at least before it is returned. Default 1; 0 is refused. */
  readonly spans?: number;
  /** How long to keep asking, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
  /** Ends the waiting early; the look-up then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * A Jaeger that runs, whoever started it: a container of this process, one that a broker shares, or
 * one of your own. Uses only what later releases keep of API v3: look-up by trace id, and services.
 */
export interface RunningJaeger extends AsyncDisposable {
  /** Base URL for OTLP over HTTP, without a path: the value of `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  getOtlpHttpEndpoint(): string;
  /** Where traces are posted: the `url` of an `OTLPTraceExporter`, path included. */
  getOtlpTracesUrl(): string;
  /** Base URL of the query API and the page, without a path. */
  getQueryUrl(): string;
  /** Jaeger's page for people: its start, or the page of one trace. */
  getPageUrl(traceId?: string): string;
  /**
   * Asks for a trace until it holds at least `spans` spans, and returns everything it holds then.
   *
   * Jaeger stores in batches, some 200 ms after it received a span, and a trace may arrive in
   * parts: without `spans` you may get the first part alone. Flush the exporter before you ask.
   *
   * Throws a {@link JaegerLookupError}: for text that is no trace id at once, for a container that
   * ended as soon as that shows (with its last log lines), otherwise when the time is up (with the
   * last answer).
   */
  trace(traceId: string, options?: TraceOptions): Promise<OtlpTrace>;
  /** The names of all services seen so far, sorted; a service shows some 200 ms after its spans. */
  services(): Promise<string[]>;
}
