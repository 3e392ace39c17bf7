import { describe, it } from 'vitest';
import { WaitingProcess, launchRehearsed } from '../../src/index.ts';
import type { Evidence } from '../../src/index.ts';
import { expectGone } from '../live-processes.ts';
import { runOf, setUp, toldOf } from '../run-of.ts';
import { writeSubject } from '../written-subject.ts';

const PROGRAMS = {
  'comes to its end': `${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  trace.getTracer('t').startSpan('charge').end();
  await provider.shutdown();
}`,
  'leaves a span open and exits with a code': `${setUp}
export function main({ exporter }) {
  register(exporter);
  trace.getTracer('t').startSpan('charge');
  process.exit(3);
}`,
  'prints much, and more when it is told of its exit': `
export function main() {
  console.log('paid '.repeat(10_000));
  process.on('exit', () => console.error('the last word'));
}`,
  'has closed what it prints to': `
import { closeSync } from 'node:fs';
export function main() { closeSync(1); closeSync(2); }`,
  'lets an error go by': `export function main() { setTimeout(() => { throw new Error('no'); }); }`,
  'kills itself': `export function main() { process.kill(process.pid, 'SIGKILL'); }`,
} as const;

describe.concurrent('a process that lingers after its last word', () => {
  it.for(Object.entries(PROGRAMS))(
    'leaves the same evidence as one that does not, where its program %s',
    async ([, program], { expect }) => {
      const { evidence } = await runRehearsed(program);
      expect(factsOf(evidence)).toEqual(factsOf(await runOf(program)));
    },
  );

  it('is gone a moment later', async ({ expect }) => {
    const { evidence, pid } = await runRehearsed(PROGRAMS['comes to its end']);
    expect(toldOf(evidence)).toBe('The program ran to its end.');
    await expectGone(expect, pid);
  });

  it.for([
    ['in its own group', 'false'],
    ['in a group of its own', 'true'],
  ])('hides no process that its program has left %s', async ([, detached], { expect }) => {
    const { evidence } = await runRehearsed(`
import { spawn } from 'node:child_process';
export function main() {
  const child = spawn('sleep', ['600'], { detached: ${detached}, stdio: 'inherit' });
  child.unref();
  return child.pid;
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      The program had started another process and left it running; it was ended."
    `);
    await expectGone(expect, evidence.observed['answer']);
  });
});

async function runRehearsed(program: string): Promise<{ evidence: Evidence; pid?: number }> {
  await using lesson = await writeSubject('', { 'scenarios.ts': 'export {};' });
  using waiting = new WaitingProcess(launchRehearsed(lesson, 'errand'));
  const evidence = await runOf(program, { process: () => waiting });
  return { evidence, ...(waiting.pid !== undefined && { pid: waiting.pid }) };
}

/** All but what differs from run to run: ids and times. */
function factsOf({ durationMs: _ms, moments: _moments, ...evidence }: Evidence) {
  const { started, ended, exported, open, endCalls, output, ...facts } = evidence;
  const spans = [started, ended, exported, open].map((list) => list.map(({ name }) => name));
  // Where the program lies is in the stack of its error.
  const stderr = output.stderr.replaceAll(/\/\S+/g, '…');
  return { ...facts, spans, endCalls: endCalls.length, output: { ...output, stderr } };
}
