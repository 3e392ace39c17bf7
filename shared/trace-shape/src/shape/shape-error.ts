/** What is wrong with a shape: see {@link ShapeError}. */
export type ShapeErrorCode =
  | 'SHAPE_EMPTY'
  | 'SHAPE_VACUOUS'
  | 'SHAPE_COUNT_INVALID'
  | 'SHAPE_FIELD_UNKNOWN'
  | 'SHAPE_FIELD_INVALID';

/**
 * A mistake in a shape or a query, not in the trace: thrown where it is written, before any trace
 * is looked at. `code` is stable; the message names the place and the mend.
 */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  readonly code: ShapeErrorCode;

  constructor(code: ShapeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
