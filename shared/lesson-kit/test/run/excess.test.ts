import { describe, it } from 'vitest';
import { runOf, setUp, toldOf } from '../run-of.ts';

/** For programs that are meant to reach the limit. */
const HURRIED = { limitMs: 1000 };

/** For programs that reach another limit first, on a machine that has much else to do. */
const PATIENT = { limitMs: 100_000 };
const timeout = 120_000;

describe.concurrent('a run ends a program that', () => {
  it('loops without end', async ({ expect }) => {
    const evidence = await runOf('export function main() { for (;;); }', HURRIED);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program was still running after 1 second, which is the limit, so it was ended.
      Look for a loop that never ends, or for something awaited that never comes."
    `);
  });

  it('awaits without end', async ({ expect }) => {
    const program = `export async function main() { for (;;) await new Promise(setImmediate); }`;
    expect(toldOf(await runOf(program, HURRIED))).toMatchInlineSnapshot(`
      "The program was still running after 1 second, which is the limit, so it was ended.
      Look for a loop that never ends, or for something awaited that never comes."
    `);
  });

  it('stops itself', async ({ expect }) => {
    const program = `export function main() { process.kill(process.pid, 'SIGSTOP'); }`;
    expect(toldOf(await runOf(program, HURRIED))).toMatchInlineSnapshot(`
      "The program was still running after 1 second, which is the limit, so it was ended.
      Look for a loop that never ends, or for something awaited that never comes."
    `);
  });

  it('fills the memory', { timeout }, async ({ expect }) => {
    const evidence = await runOf(
      `
export function main() {
  const orders = [];
  for (;;) orders.push(new Array(1000).fill({}).map(() => ({ paid: [] })));
}`,
      PATIENT,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran out of memory, or aborted itself (SIGABRT).
      Look for a list that grows without end."
    `);
  });

  it('fills the memory outside the heap', { timeout }, async ({ expect }) => {
    const evidence = await runOf(
      `
export async function main() {
  const photos = [];
  for (;;) {
    photos.push(Buffer.alloc(32 * 1024 * 1024, 1));
    await new Promise(setImmediate);
  }
}`,
      PATIENT,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program took more than 1024 MiB of memory, which is the limit, so it was ended.
      Look for something that repeats without end."
    `);
  });

  it('floods its output', { timeout }, async ({ expect }) => {
    const evidence = await runOf(
      `
export async function main() {
  const text = 'x'.repeat(1024 * 1024);
  for (;;) if (!process.stdout.write(text)) await new Promise((go) => process.stdout.once('drain', go));
}`,
      PATIENT,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left more than 16 MiB of output, which is the limit, so it was ended.
      Look for something that repeats without end."
    `);
    expect(evidence.output.stdout).toMatch(/^x{65536}\n… and \d+ more bytes\n$/);
  });

  it('floods its evidence', { timeout }, async ({ expect }) => {
    const evidence = await runOf(
      `${setUp}
export function main({ exporter }) {
  register(exporter);
  const attributes = { text: 'x'.repeat(1024 * 1024) };
  for (;;) trace.getTracer('flood').startSpan('drop', { attributes });
}`,
      PATIENT,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left more than 8 MiB of evidence, which is the limit, so it was ended.
      Look for something that repeats without end."
    `);
  });
});
