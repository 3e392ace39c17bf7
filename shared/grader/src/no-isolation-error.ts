/**
 * This machine has nothing that could stand between a submission and the judge. The message says
 * what was tried, why each was refused, and what to install.
 */
export class NoIsolationError extends Error {
  override readonly name = 'NoIsolationError';
  /** Stable; tell errors apart by it. */
  readonly code = 'NO_ISOLATION';
}
