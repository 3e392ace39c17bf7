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

describe.concurrent('nothing counts of a run whose program', () => {
  it.for([
    ['writes evidence of its own', `fs.writeSync(3, JSON.stringify({ t: 'done' }) + '\\n');`],
    ['spoils the line that comes next', `fs.writeSync(3, 'x');`],
    ['writes evidence once its work is done', `process.on('exit', () => fs.writeSync(3, '\\n'));`],
    [
      'has another process write evidence',
      `spawnSync('sh', ['-c', 'echo {} >&3'], { stdio: ['ignore', 'ignore', 'ignore', 3] });`,
    ],
  ])('%s', async ([, tamper], { expect }) => {
    const evidence = await runOf(`
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
export function main() { ${tamper} }`);
    expect(evidence.ending).toEqual({ kind: 'tampered' });
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program wrote into the file descriptor that its run is recorded through (3), so nothing of it counts.
      Write only to what the program has opened."
    `);
  });
});

describe.concurrent('a program cannot', () => {
  it.for([
    ['reach the internals of Node', `process.binding('fs')`],
    ['load native code', `process.dlopen({ exports: {} }, '/tmp/a.node')`],
    ['debug itself', `new Session().connect()`],
    ['have others debug it', `inspector.open(0)`],
    ['start a thread, which could debug it', `new Worker('0', { eval: true })`],
    ['open what V8 keeps shut', `setFlagsFromString('--allow-natives-syntax')`],
    [
      'hide a flag behind a harmless one',
      `setFlagsFromString('--expose-gc --expose-cputracemark')`,
    ],
  ])('%s', async ([, attempt], { expect }) => {
    const evidence = await runOf(`
import inspector, { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
export function main() { ${attempt}; return 'done'; }`);
    expect(evidence.ending.kind).toBe('threw');
    expect(toldOf(evidence)).toContain('is not available to the program of a lesson.');
  });
});

describe.concurrent('a span that is left open shows, although the program', () => {
  it.for([
    ['replaces what ends it', `Span.end = () => {};`, 'hidden.end();'],
    ['says that it records nothing', `Span.isRecording = () => false;`],
    [
      'takes back what the recorder holds',
      `Set.prototype.add = Set.prototype.delete = () => true;`,
    ],
    ['replaces how JSON is written', `JSON.stringify = () => '{}';`],
    ['forgets what happens at its exit', `process.removeAllListeners('exit');`],
  ])('%s', async ([, hide, then = ''], { expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  const Span = Object.getPrototypeOf(trace.getTracer('t').startSpan('first'));
  ${hide}
  const hidden = trace.getTracer('t').startSpan('hidden');
  ${then}
  await provider.shutdown();
}`);
    expect(evidence.open.map((span) => span.name)).toContain('hidden');
  });
});
