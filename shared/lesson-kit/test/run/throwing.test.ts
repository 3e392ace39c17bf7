import { describe, it } from 'vitest';
import { runOf, toldOf } from '../run-of.ts';

describe.concurrent('a run survives a program that', () => {
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
    expect(evidence.output.stderr).toContain('Error: too late');
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
});
