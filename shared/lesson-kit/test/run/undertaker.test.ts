import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, it, vi } from 'vitest';
import { runScenario, WaitingProcess } from '../../src/index.ts';
import { errandLesson, relayLesson } from '../fixture-lessons.ts';
import { expectGone } from '../live-processes.ts';
import { writeSubject } from '../written-subject.ts';

const JUDGE = fileURLToPath(new URL('../fixtures/judge-process.ts', import.meta.url));

/** Leaves the numbers of its processes in a file, the second of them gone to a group of its own. */
const LOOPS = `
import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
export function main() {
  const stray = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  stray.unref();
  const file = new URL('pids.txt', import.meta.url);
  writeFileSync(new URL('pids.tmp', import.meta.url), process.pid + ' ' + stray.pid);
  renameSync(new URL('pids.tmp', import.meta.url), file);
  for (;;);
}
`;

async function pidsOf(subject: { readonly directory: string }): Promise<number[]> {
  return vi.waitFor(
    async () => {
      const file = join(subject.directory, 'pids.txt');
      return (await readFile(file, 'utf8')).split(' ').map(Number);
    },
    { timeout: 20_000, interval: 20 },
  );
}

describe.concurrent('when the judging process ends, so does the subject:', () => {
  it.for(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'by %s while the subject loops',
    { timeout: 60_000 },
    async (signal, { expect }) => {
      await using subject = await writeSubject(LOOPS);
      const judge = spawn(process.execPath, [JUDGE, subject.directory], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said = text(judge.stdout);
      const [looping, stray] = await pidsOf(subject);
      judge.kill(signal);
      await once(judge, 'exit');
      await expectGone(expect, looping);
      await expectGone(expect, stray);
      await expectGone(expect, Number(await said));
    },
  );
});

describe.concurrent('an abort', () => {
  it('ends the subject and rejects with its reason', { timeout: 60_000 }, async ({ expect }) => {
    await using subject = await writeSubject(LOOPS);
    const abort = new AbortController();
    const run = runScenario({
      lesson: errandLesson,
      scenario: 'errand',
      subject: subject.directory,
      inputs: {},
      sink: { kind: 'memory' },
      signal: abort.signal,
    });
    const [looping, stray] = await pidsOf(subject);
    abort.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
    await expectGone(expect, looping);
    await expectGone(expect, stray);
  });

  it('that came before the run starts nothing', async ({ expect }) => {
    let asked = 0;
    const run = runScenario({
      lesson: errandLesson,
      scenario: 'errand',
      subject: errandLesson.starter,
      inputs: {},
      sink: { kind: 'memory' },
      signal: AbortSignal.abort(new Error('never mind')),
      process: () => {
        asked += 1;
        return new WaitingProcess();
      },
    });
    await expect(run).rejects.toThrow('never mind');
    expect(asked).toBe(0);
  });

  it('ends every service', { timeout: 60_000 }, async ({ expect }) => {
    await using subject = await writeSubject(
      `${LOOPS}
export const startPayment = main;
export const startInventory = main;
export const startGateway = main;`,
    );
    const processes: WaitingProcess[] = [];
    const abort = new AbortController();
    const run = runScenario({
      lesson: relayLesson,
      scenario: 'order',
      subject: subject.directory,
      inputs: {},
      sink: { kind: 'memory' },
      signal: abort.signal,
      process: () => {
        const process = new WaitingProcess();
        processes.push(process);
        return process;
      },
    });
    await pidsOf(subject);
    abort.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
    expect(processes).toHaveLength(4);
    for (const { pid } of processes) {
      await expectGone(expect, pid);
    }
  });
});

describe.concurrent('a waiting process', () => {
  it('goes away when nobody needs it', async ({ expect }) => {
    const waiting = new WaitingProcess();
    waiting[Symbol.dispose]();
    waiting[Symbol.dispose]();
    await expectGone(expect, waiting.pid);
  });

  it('begins its run at once', async ({ expect }) => {
    const waiting = new WaitingProcess();
    const evidence = await runScenario({
      lesson: errandLesson,
      scenario: 'errand',
      subject: join(errandLesson.solution, 'src'),
      inputs: { orderId: 'order-7f3a09c1' },
      sink: { kind: 'memory' },
      process: () => waiting,
    });
    expect(evidence.exported).toHaveLength(1);
    await expectGone(expect, waiting.pid);
  });
});
