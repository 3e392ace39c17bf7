/** The client asked for something that it cannot have. Not a failure of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** From 400 to 499. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Another service of the shop answered, and said that it could not do its part. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}

/** What a `catch` caught, as an `Error`. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
