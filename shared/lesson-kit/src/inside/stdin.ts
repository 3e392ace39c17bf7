/** Resolves when the judge closes standard input: the word to stop, or the sign that it is gone. */
export async function untilStdinCloses(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.stdin.on('end', resolve);
  process.stdin.on('error', resolve);
  process.stdin.resume();
  await promise;
}
