/**
 * Why a look-up failed. The codes are stable.
 *
 * - `BAD_TRACE_ID`: what was asked for is no trace id, so Jaeger was not asked.
 * - `TRACE_INCOMPLETE`: the time ran out before the trace held enough spans (or any).
 * - `JAEGER_GONE`: the container ended, so waiting longer would be in vain.
 * - `UNEXPECTED_ANSWER`: something answered, and not as Jaeger's API v3 does.
 */
export type JaegerLookupCode =
  | 'BAD_TRACE_ID'
  | 'TRACE_INCOMPLETE'
  | 'JAEGER_GONE'
  | 'UNEXPECTED_ANSWER';

/** Thrown by the look-ups of a {@link RunningJaeger}; `code` tells the cases apart. */
export class JaegerLookupError extends Error {
  override readonly name = 'JaegerLookupError';
  readonly code: JaegerLookupCode;

  constructor(code: JaegerLookupCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
