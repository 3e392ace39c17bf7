const CALLS = 3;

/**
 * How long a call to a server in this process takes at the moment, in milliseconds: the slowest of
 * some. The very first is left out, since `fetch` then loads what it needs.
 */
export async function slowestCall(url: string): Promise<number> {
  let slowest = 0;
  for (let call = 0; call <= CALLS; call += 1) {
    const began = performance.now();
    await (await fetch(url)).text();
    if (call > 0) slowest = Math.max(slowest, performance.now() - began);
  }
  return slowest;
}
