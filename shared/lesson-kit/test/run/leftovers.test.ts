import { describe, it } from 'vitest';
import { expectGone } from '../live-processes.ts';
import { runOf, setUp, toldOf } from '../run-of.ts';

describe.concurrent('a run ends with a program that', () => {
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
      When its work was done, something still held the program open: TCPServerWrap, Timeout."
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
