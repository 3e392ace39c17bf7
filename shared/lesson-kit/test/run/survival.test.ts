import { describe, it } from 'vitest';
import { expectGone } from '../live-processes.ts';
import { runOf, setUp, toldOf } from '../run-of.ts';

/** For programs that are meant to reach the limit. */
const HURRIED = { limitMs: 1000 };

describe.concurrent('a run survives a program that', () => {
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

  it('awaits a promise that nothing resolves', async ({ expect }) => {
    const evidence = await runOf('export const main = () => new Promise(() => {});');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ended while it still awaited something that nothing was left to resolve.
      Look for a promise whose resolve is never called."
    `);
  });

  it('exits early with 0', async ({ expect }) => {
    const evidence = await runOf('export function main() { process.exit(0); }');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left by process.exit(0) before its work was done.
      Let it come to its end by itself."
    `);
  });

  it('exits early with 1', async ({ expect }) => {
    const evidence = await runOf('export function main() { process.exit(1); }');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left by process.exit(1) before its work was done.
      Let it come to its end by itself."
    `);
  });

  it('sets an exit code', async ({ expect }) => {
    const evidence = await runOf('export function main() { process.exitCode = 3; }');
    expect(toldOf(evidence)).toMatchInlineSnapshot(
      `"The program did its work and then ended with exit code 3 instead of 0."`,
    );
  });

  it('throws', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  throw new RangeError('too many orders', { cause: new Error('a sale') });
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: RangeError: too many orders (a sale), at main.ts:3
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('throws what is no error', async ({ expect }) => {
    const evidence = await runOf(`export function main() { throw { code: 402 }; }`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: { code: 402 } was thrown
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('throws what cannot be described', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  const error = new Error('hidden');
  Object.defineProperty(error, 'message', { get() { throw error; } });
  error.stack = 7;
  throw error;
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: something was thrown that cannot be described
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('throws later, when nobody looks', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  setTimeout(() => { throw new Error('too late'); }, 1);
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: Error: too late, at main.ts:3
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('leaves a rejection unhandled', async ({ expect }) => {
    const evidence = await runOf(`
export async function main() {
  void Promise.reject(new Error('nobody waits for this'));
  await new Promise((resolve) => setTimeout(resolve, 50));
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: Error: nobody waits for this, at main.ts:3
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('handles its uncaught exceptions itself', async ({ expect }) => {
    const evidence = await runOf(`
export async function main() {
  process.on('uncaughtException', () => console.log('caught after all'));
  setTimeout(() => { throw new Error('caught'); }, 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`"The program ran to its end."`);
    expect(evidence.output.stdout).toBe('caught after all\n');
  });

  it('throws a message with colours and paths of the machine', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  throw new Error('\\u001B[31mno\\u001B[39m /etc/passwd in ' + process.execPath + ' at http://127.0.0.1:80/orders/7, GET /orders/7');
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: Error: no passwd in node at http://127.0.0.1:80/orders/7, GET /orders/7, at main.ts:3
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('overflows the stack', async ({ expect }) => {
    const evidence = await runOf('export function main() { main(); }');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: RangeError: Maximum call stack size exceeded, at main.ts:1
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('fills the memory', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  const orders = [];
  for (;;) orders.push(new Array(1000).fill({}).map(() => ({ paid: [] })));
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran out of memory, or aborted itself (SIGABRT).
      Look for a list that grows without end."
    `);
  }, 60_000);

  it('kills itself', async ({ expect }) => {
    const evidence = await runOf(
      `export function main() { process.kill(process.pid, 'SIGKILL'); }`,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(
      `
      "The program was ended by SIGKILL before its work was done.
      Nothing was checked; save or check again."
    `,
    );
  });

  it('aborts', async ({ expect }) => {
    const evidence = await runOf('export function main() { process.abort(); }');
    expect(toldOf(evidence)).toMatchInlineSnapshot(
      `
      "The program ran out of memory, or aborted itself (SIGABRT).
      Look for a list that grows without end."
    `,
    );
  });

  it('fills the memory outside the heap', async ({ expect }) => {
    const evidence = await runOf(`
export async function main() {
  const photos = [];
  for (;;) {
    photos.push(Buffer.alloc(32 * 1024 * 1024, 1));
    await new Promise(setImmediate);
  }
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program took more than 1024 MiB of memory, which is the limit, so it was ended.
      Look for something that repeats without end."
    `);
  });

  it('floods its output', async ({ expect }) => {
    const evidence = await runOf(`
export async function main() {
  const text = 'x'.repeat(1024 * 1024);
  for (;;) if (!process.stdout.write(text)) await new Promise((go) => process.stdout.once('drain', go));
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left more than 16 MiB of output, which is the limit, so it was ended.
      Look for something that repeats without end."
    `);
    expect(evidence.output.stdout).toMatch(/^x{65536}\n… and \d+ more bytes\n$/);
  });

  it('floods its evidence', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter);
  const attributes = { text: 'x'.repeat(1024 * 1024) };
  for (;;) trace.getTracer('flood').startSpan('drop', { attributes });
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left more than 32 MiB of evidence, which is the limit, so it was ended.
      Look for something that repeats without end."
    `);
  });

  it('closes every descriptor it was given', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
import { closeSync } from 'node:fs';
export function main({ exporter }) {
  register(exporter);
  for (const descriptor of [0, 1, 2, 3, 4]) closeSync(descriptor);
  trace.getTracer('t').startSpan('s').end();
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program closed the file descriptors it is watched through (3 and 4), so it was ended.
      Close only what the program has opened."
    `);
  });

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

  it('leaves another process behind', async ({ expect }) => {
    const evidence = await runOf(`
import { spawn } from 'node:child_process';
export function main() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  child.unref();
  return child.pid;
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      The program had started another process and left it running; it was ended."
    `);
    await expectGone(expect, evidence.observed['answer']);
  });

  it('leaves a process behind that has gone to a group of its own', async ({ expect }) => {
    const evidence = await runOf(`
import { spawn } from 'node:child_process';
export function main() {
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  child.unref();
  return child.pid;
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      The program had started another process and left it running; it was ended."
    `);
    await expectGone(expect, evidence.observed['answer']);
  });

  it('awaits a process that it has started', async ({ expect }) => {
    const evidence = await runOf(`
import { spawnSync } from 'node:child_process';
export const main = () => spawnSync('echo', ['paid']).stdout.toString();`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`"The program ran to its end."`);
    expect(evidence.observed['answer']).toBe('paid\n');
  });

  it('leaves a timer and a server open', async ({ expect }) => {
    const evidence = await runOf(`
import { createServer } from 'node:http';
import { once } from 'node:events';
export async function main() {
  setInterval(() => {}, 1000);
  await once(createServer().listen(0), 'listening');
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      After its work the program was still held open (TCPServerWrap, Timeout), so it was ended."
    `);
  });

  it('works on for a moment after it said it was done', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  const provider = register(exporter);
  setTimeout(() => trace.getTracer('t').startSpan('late').end(), 20);
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`"The program ran to its end."`);
    expect(evidence.exported.map((span) => span.name)).toEqual(['late']);
  });
});
