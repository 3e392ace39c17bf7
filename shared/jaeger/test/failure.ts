/** The error a promise rejects with; fails where it does not reject, or not with an error. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => 'it resolved',
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error(`An error was expected, and ${String(outcome)}.`);
}

/** Messages name ports, which differ from run to run, and the engine's host, which is not the same everywhere. */
export function withoutPlace(message: string, engineHost = 'localhost'): string {
  return message
    .replaceAll(engineHost, 'localhost')
    .replace(/(localhost|127\.0\.0\.1|::1):\d+/g, '$1:<port>');
}
