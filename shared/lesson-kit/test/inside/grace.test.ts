import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { describe, it } from 'vitest';
import { runOf, setUp, toldOf } from '../run-of.ts';

/** Ends its span, and waits for nothing. */
const HASTY = `${setUp}
export function main({ exporter }) {
  const provider = register(exporter);
  trace.getTracer('shop').startSpan('bill').end();
  void provider.shutdown();
}`;

/** A collector that answers late, or never. */
async function collector(delayMs: number): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    request.resume();
    if (Number.isFinite(delayMs)) {
      setTimeout(() => response.end('{}'), delayMs);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server)}/v1/traces`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}

describe.concurrent('a process whose work is done', () => {
  it('stays until its spans are delivered, slow as the network may be', async ({ expect }) => {
    await using slow = await collector(900);
    const evidence = await runOf(HASTY, { sink: { kind: 'otlp', url: slow.url } });
    expect(toldOf(evidence)).toBe('The program ran to its end.');
    expect(evidence.exported.map((span) => span.name)).toEqual(['bill']);
  });

  it('is ended in the end where nobody confirms the delivery', async ({ expect }) => {
    await using silent = await collector(Number.POSITIVE_INFINITY);
    const evidence = await runOf(HASTY, { sink: { kind: 'otlp', url: silent.url } });
    expect(evidence.ending).toEqual({ kind: 'finished' });
    expect(evidence.handles).not.toEqual([]);
    expect(evidence.exported).toEqual([]);
  });

  it.for([
    ['has the list of what holds it replaced', 'process.getActiveResourcesInfo = () => [];'],
    ['leaves first', 'setTimeout(() => process.exit(0), 20);'],
    ['leaves by the way below that', 'setTimeout(() => process.reallyExit(0), 20);'],
    ['tells nobody that it leaves', 'process.emit = () => true; setTimeout(process.exit, 20, 0);'],
  ])('is known to be held, also where it %s', async ([, evasion], { expect }) => {
    const evidence = await runOf(`
export function main() {
  setInterval(() => {}, 1000);
  ${evasion}
}`);
    expect(evidence.handles).toContain('Timeout');
  });

  it('goes away by itself as soon as nothing holds it', async ({ expect }) => {
    const evidence = await runOf('export const main = () => {};');
    expect(evidence.ending).toEqual({ kind: 'finished' });
    expect(evidence.handles).toEqual([]);
  });
});
