/**
 * Why something is not OTLP, for callers who tell the cases apart:
 *
 * - `OTLP_NOT_TRACES`: no `resourceSpans` where they belong;
 * - `OTLP_WRONG_TYPE`: a field of another JSON type than the protocol's;
 * - `OTLP_WRONG_VALUE`: the right type and an impossible value, such as span kind 17;
 * - `OTLP_INVALID_ID`: a trace id or span id of another length, alphabet or of zeroes only;
 * - `OTLP_TOO_MANY`, `OTLP_TOO_DEEP`: over one of the limits.
 */
export type OtlpErrorCode =
  | 'OTLP_NOT_TRACES'
  | 'OTLP_WRONG_TYPE'
  | 'OTLP_WRONG_VALUE'
  | 'OTLP_INVALID_ID'
  | 'OTLP_TOO_MANY'
  | 'OTLP_TOO_DEEP';

/**
 * Thrown by `parseOtlp`. The message names the place, what belongs there and what was found
 * instead.
 */
export class OtlpError extends Error {
  override readonly name = 'OtlpError';
  readonly code: OtlpErrorCode;
  /**
   * Where it is, as one would write it in JavaScript:
   * `resourceSpans[0].scopeSpans[0].spans[3].kind`; empty for the whole.
   */
  readonly path: string;

  constructor(code: OtlpErrorCode, path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
