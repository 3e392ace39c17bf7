import { describe, it } from 'vitest';
import { runOf, setUp, toldOf } from '../run-of.ts';

describe.concurrent('a run survives a program that', () => {
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

  it('listens for its exit, and changes the code then', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  process.on('exit', () => {
    console.log('the last word');
    process.exitCode = 4;
  });
}`);
    expect(evidence.output.stdout).toBe('the last word\n');
    expect(toldOf(evidence)).toMatchInlineSnapshot(
      `"The program did its work and then ended with exit code 4 instead of 0."`,
    );
  });

  it('tells its listeners of an exit that is none', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter);
  process.emit('exit', 0);
  trace.getTracer('t').startSpan('after it').end();
}`);
    expect(evidence.ending).toEqual({ kind: 'finished' });
    expect(evidence.exported.map(({ name }) => name)).toEqual(['after it']);
  });

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
});
