import type { Span } from '@tracelings/trace-shape';
import type { Json } from '../lesson/scenario.ts';

/** How a run came to its end, by `kind`. */
export type Ending =
  /** The scenario resolved and the process went away by itself with code 0. */
  | { readonly kind: 'finished' }
  /** `process.exit` was called, or an exit code was set, before or after the scenario resolved. */
  | { readonly kind: 'exited'; readonly code: number; readonly early: boolean }
  /** The entry could not be loaded, or lacks an export. */
  | { readonly kind: 'not-loaded'; readonly reason: string }
  /** Something was thrown or rejected and nobody caught it. */
  | { readonly kind: 'threw'; readonly reason: string }
  | {
      readonly kind: 'timed-out';
      readonly limitMs: number;
      /** Set when it was a service that did not stop when it was asked to. */
      readonly isStopping?: true;
    }
  | { readonly kind: 'killed'; readonly signal: string }
  /** Lines stood in its evidence that the recorder had not written, so none of it counts. */
  | { readonly kind: 'tampered' }
  /** The process was gone before any code of the subject ran; the machine's fault, or ours. */
  | { readonly kind: 'never-began' }
  /** More output, evidence or memory than the limit; the process was ended. */
  | {
      readonly kind: 'flooded';
      readonly what: 'output' | 'evidence' | 'memory';
      readonly limitBytes: number;
    };

/** A call of `startSpan` that gave a span which records nothing: no provider was registered yet, or the sampler said no. */
export interface UnrecordedStart {
  readonly name: string;
  /** `true` when the sampler or a suppressed context declined it; `false` when no provider was there. */
  readonly byChoice: boolean;
}

/** What OpenTelemetry's `diag` said while the subject ran. */
export interface Diagnostic {
  readonly level: 'error' | 'warn' | 'info' | 'debug' | 'verbose';
  readonly message: string;
}

/**
 * A fact that the scenario observed, and how far the spans were at that moment. Exact where times
 * are not: a span's start and end are read from two clocks, and a process that is put aside
 * between them reports an end some milliseconds wrong.
 */
export interface Moment {
  readonly name: string;
  readonly value: Json;
  /** How many spans this process had started, ended and delivered by then. */
  readonly started: number;
  readonly ended: number;
  readonly exported: number;
}

/** A call of `span.end()`. A span ended twice has two. */
export interface EndCall {
  readonly traceId: string;
  readonly spanId: string;
}

/**
 * What a run left behind besides the trace that a source gives. The subject's process wrote it, so
 * it was read as hostile: of the right shape, and true only as far as the subject is honest.
 *
 * What was started and not ended leaked; what was ended and not exported was lost.
 */
export interface Evidence {
  /** Spans as they were when they started. */
  readonly started: readonly Span[];
  /** Spans as they were when `end()` was first called on them. */
  readonly ended: readonly Span[];
  /** Spans that reached the exporter and that it delivered. */
  readonly exported: readonly Span[];
  /** Started and never ended, as they were last seen. */
  readonly open: readonly Span[];
  /** Calls of `startSpan` that recorded nothing. */
  readonly unrecorded: readonly UnrecordedStart[];
  /** Every call of `end()` on a span that records, also the second on the same. */
  readonly endCalls: readonly EndCall[];
  /** What became of each `setGlobalTracerProvider` call: `true` when it took effect. */
  readonly registrations: readonly boolean[];
  /** What OpenTelemetry complained of, without stacks and paths. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the scenario observed, by name; the last value counts. */
  readonly observed: Readonly<Record<string, Json>>;
  /** Every observation in its order, with how far the spans were: see {@link Moment}. */
  readonly moments: readonly Moment[];
  readonly ending: Ending;
  /** The service whose ending it is, where a run has several processes. */
  readonly service?: string;
  /** Kinds of handles still open after the scenario resolved: `Timeout`, `TCPServerWrap`. */
  readonly handles: readonly string[];
  /** What the program printed, capped. For people; nothing is ever read out of it. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** `true` when the process had started others that outlived it; they were ended. */
  readonly leftProcesses: boolean;
  /** From the job to the end, in milliseconds; for several processes the longest. */
  readonly durationMs: number;
}
