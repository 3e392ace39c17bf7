/** The error a promise rejects with; fails where it does not reject, or not with an error. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => 'it resolved',
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error(`An error was expected, and ${String(outcome)}.`);
}

/** Messages name ports, and the engine's host, which differ from machine to machine. */
export function withoutPlace(message: string): string {
  return message.replace(/http:\/\/[\w.-]+:\d+/g, 'http://<host>:<port>');
}
