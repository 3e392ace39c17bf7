/**
 * A sentence for what went wrong. Errors with a code were made for people; anything else is a
 * fault of the workshop's own, and whoever mends it needs the stack.
 */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return `The workshop failed: ${String(error)}`;
  if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_')) {
    return 'syscall' in error ? `${error.message}\n${askDoctor}` : error.message;
  }
  return `The workshop failed, and your files are as they were.\n${error.stack ?? error.message}`;
}

/** Where the machine refused, nobody has written what to do. */
const askDoctor =
  'This machine did not let it. npm run doctor says what is in the way, and how to mend it.';
