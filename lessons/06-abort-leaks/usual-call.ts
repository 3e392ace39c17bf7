const CALLS = 3;

/**
 * How long a call to a server in this process takes at the moment, in milliseconds: the middle one of
 * some, since any may wait for the processor. The very first is left out: `fetch` then loads what it
 * needs.
 */
export async function usualCall(url: string): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call <= CALLS; call += 1) {
    const began = performance.now();
    await (await fetch(url)).text();
    times.push(performance.now() - began);
  }
  const [, ...later] = times;
  return later.toSorted((one, other) => one - other)[Math.floor(CALLS / 2)] ?? 0;
}
