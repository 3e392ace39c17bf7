import { describe, it } from 'vitest';
import { runOf, setUp, toldOf } from '../run-of.ts';

describe.concurrent('a run survives a program that', () => {
  it('moves to another folder', async ({ expect }) => {
    const evidence = await runOf(`export function main() { process.chdir('/'); }`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`"The program ran to its end."`);
  });

  it('replaces the console, stdout and process.exit', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  globalThis.console = undefined;
  process.stdout.write = () => { throw new Error('no'); };
  process.exit = () => { throw new Error('no exit'); };
  const provider = register(exporter);
  trace.getTracer('t').startSpan('s').end();
  setInterval(() => {}, 1000);
  await provider.shutdown();
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      After its work the program was still held open (Timeout), so it was ended."
    `);
    expect(evidence.exported).toHaveLength(1);
  });

  it('reads its standard input', async ({ expect }) => {
    const evidence = await runOf(`
import { text } from 'node:stream/consumers';
export async function main() { return 'read: ' + await text(process.stdin); }`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`"The program ran to its end."`);
    expect(evidence.observed['answer']).toBe('read: ');
  });
});
