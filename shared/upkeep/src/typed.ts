/**
 * Reads what was typed. Where that makes no sense, a sentence says so with how to use the command, and
 * it ends with 2.
 */
export function typed<Arguments>(read: () => Arguments, usage: string): Arguments {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}

/** @throws RangeError for what is no whole number above 0. */
export function countTyped(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`--${option} takes a whole number above 0, and got "${text}".`);
}
