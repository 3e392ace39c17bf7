import { join } from 'node:path';
import { describe, it } from 'vitest';
import { WaitingProcess, launchRehearsed } from '../../src/index.ts';
import type { Evidence } from '../../src/index.ts';
import { runOf, setUp, toldOf } from '../run-of.ts';
import { writeSubject } from '../written-subject.ts';

/** Tells what a program could notice of what went before it, and calls a server of its own. */
const noticing = `${setUp}
import { createServer } from 'node:http';
import { once } from 'node:events';
export async function main({ exporter }) {
  const open = process.getActiveResourcesInfo();
  const provider = register(exporter);
  const tracer = trace.getTracer('noticing');
  const server = createServer((request, response) => response.end('paid'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const span = tracer.startSpan('charge');
  const response = await fetch('http://127.0.0.1:' + server.address().port);
  const body = await response.text();
  span.end();
  server.close();
  server.closeAllConnections();
  await provider.shutdown();
  return { body, argv: process.argv.length, open: open.filter((kind) => kind !== 'PipeWrap') };
}`;

describe.concurrent('a process that has rehearsed', () => {
  it.for([
    ['with calls, where the scenarios speak HTTP', "process.getBuiltinModule('node:http');"],
    ['with calls by fetch, where that is loaded', "import 'node:http'; await fetch('data:,');"],
    ['without calls, where they do not', 'export {};'],
    ['in vain, where they cannot be loaded', 'export {'],
    [
      'in vain, where they throw',
      "export const rehearse = { errand() { throw new Error('no'); } };",
    ],
  ] as const)(
    '%s, leaves the same evidence as one that has not',
    async ([, scenarios], { expect }) => {
      await using lesson = await writeSubject('', { 'scenarios.ts': scenarios });
      const rehearsed = await runOf(noticing, {
        process: () => new WaitingProcess(launchRehearsed(lesson, 'errand')),
      });
      expect(toldOf(rehearsed)).toBe('The program ran to its end.');
      expect(rehearsed.observed['answer']).toEqual({ body: 'paid', argv: 2, open: [] });
      expect(factsOf(rehearsed)).toEqual(factsOf(await runOf(noticing)));
      expect(rehearsed.exported.map((span) => span.name)).toEqual(['charge']);
    },
  );

  it('has done what its own scenario rehearses, and no other', async ({ expect }) => {
    const scenarios =
      'export const rehearse = { async errand() { globalThis.rehearsed = true; } };';
    await using lesson = await writeSubject('', { 'scenarios.ts': scenarios });
    const asked = 'export const main = () => globalThis.rehearsed ?? false;';
    const answerAfter = async (scenario: string): Promise<unknown> => {
      const process = (): WaitingProcess => new WaitingProcess(launchRehearsed(lesson, scenario));
      return (await runOf(asked, { process })).observed['answer'];
    };
    expect(await answerAfter('errand')).toBe(true);
    expect(await answerAfter('another')).toBe(false);
    expect((await runOf(asked)).observed['answer']).toBe(false);
  });

  it('has rehearsed with the program that it was given', async ({ expect }) => {
    await using lesson = await writeSubject('', {
      'scenarios.ts': `export const rehearse = {
  errand({ subject }) { globalThis.rehearsedWith = subject.name; },
};`,
      'right.ts': "export const name: string = 'right';",
    });
    const program = join(lesson.directory, 'right.ts');
    const evidence = await runOf('export const main = () => globalThis.rehearsedWith;', {
      process: () => new WaitingProcess(launchRehearsed(lesson, 'errand', { program })),
    });
    expect(evidence.observed['answer']).toBe('right');
  });

  it('leaves off when its run comes', async ({ expect }) => {
    const scenarios = `
import { setImmediate as nextTurn } from 'node:timers/promises';
export const rehearse = {
  async errand({ isAwaited }) { while (!isAwaited()) await nextTurn(); globalThis.hasLeftOff = true; },
};`;
    await using lesson = await writeSubject('', { 'scenarios.ts': scenarios });
    const evidence = await runOf('export const main = () => globalThis.hasLeftOff;', {
      process: () => new WaitingProcess(launchRehearsed(lesson, 'errand')),
    });
    expect(evidence.observed['answer']).toBe(true);
  });

  it('has nothing registered any more that its scenario registers', async ({ expect }) => {
    const registering = `${setUp}
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
export async function main({ exporter }) {
  const isFirst = [
    trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })),
    context.setGlobalContextManager(new AsyncLocalStorageContextManager()),
    diag.setLogger({ error() {}, warn() {}, info() {}, debug() {}, verbose() {} }),
  ];
  trace.getTracer('t').startActiveSpan('charge', (span) => span.end());
  return isFirst;
}`;
    const scenarios = `${registering}
const exporter = { export: (spans, done) => done({ code: 0 }), shutdown: async () => {} };
export const rehearse = { errand: () => main({ exporter }) };`;
    await using lesson = await writeSubject('', { 'scenarios.ts': scenarios });
    const evidence = await runOf(registering, {
      process: () => new WaitingProcess(launchRehearsed(lesson, 'errand')),
    });
    expect(evidence.observed['answer']).toEqual([true, true, true]);
    expect(evidence.exported.map(({ name }) => name)).toEqual(['charge']);
    expect(evidence.diagnostics).toEqual([]);
  });

  it('sees every span of a program that it runs next', async ({ expect }) => {
    await using lesson = await writeSubject('', { 'scenarios.ts': "import 'node:http';" });
    const evidence = await runOf(
      `${setUp}
export function main() {
  trace.getTracer('early').startSpan('before');
  new TracerProvider().getTracer('late').startSpan('never registered').end();
}`,
      { process: () => new WaitingProcess(launchRehearsed(lesson, 'errand')) },
    );
    expect(evidence.unrecorded.map(({ name }) => name)).toEqual(['before']);
    expect(evidence.ended.map(({ name }) => name)).toEqual(['never registered']);
    expect(evidence.registrations).toEqual([]);
  });
});

/** All but what differs from run to run: ids and times. */
function factsOf({ durationMs: _ms, started, ended, exported, endCalls, ...facts }: Evidence) {
  const counts = [started, ended, exported, endCalls].map(({ length }) => length);
  const { moments: _moments, ...rest } = facts;
  return { ...rest, counts };
}
