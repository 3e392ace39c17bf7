import { memorySource, runScenario, WaitingProcess } from '@tracelings/lesson-kit';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProbeInputs, probeLesson } from './probe/probe-lesson.ts';
import type { SubmissionWall } from './submission-wall.ts';

const VARIABLE = 'TRACELINGS_WALL_PROBE';

/** What the probe reports, each with what it would mean. */
const BREACHES = {
  reads: 'a file of this machine could be read inside',
  writes: 'a file of this machine could be written inside',
  inherits: "the grader's environment could be read inside",
  signals: 'the grader could be signalled from inside',
  connects: "this machine's network could be reached from inside",
} as const;

/**
 * Runs a program behind a wall that tries to get out, and says why the wall is not to be used;
 * `undefined` when it holds. A wall that cannot even run it holds nothing.
 */
export async function faultOf(wall: SubmissionWall): Promise<string | undefined> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'tracelings-probe-'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env[VARIABLE] = 'set';
  try {
    return await tryOut(wall, await baits(folder.path, server.address()));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    delete process.env[VARIABLE];
    server.close();
  }
}

async function baits(
  folder: string,
  address: ReturnType<ReturnType<typeof createServer>['address']>,
): Promise<ProbeInputs> {
  const secretFile = join(folder, 'secret.txt');
  await writeFile(secretFile, 'secret');
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const tracesFile = join(folder, 'traces.txt');
  return { secretFile, tracesFile, variable: VARIABLE, judge: process.pid, port };
}

async function tryOut(wall: SubmissionWall, inputs: ProbeInputs): Promise<string | undefined> {
  await using enclosure = await wall.enclose({
    lesson: probeLesson,
    submission: probeLesson.starter,
  });
  const { observed, ending, output } = await runScenario({
    lesson: { ...probeLesson, directory: enclosure.lesson },
    scenario: 'look',
    subject: enclosure.submission,
    inputs: { ...inputs },
    sink: memorySource().sink,
    process: (scenario) => new WaitingProcess(enclosure.launcherOf(scenario)),
  });
  if (ending.kind !== 'finished') {
    return `a program could not be run inside (${ending.kind}): ${output.stderr.trim().slice(0, 300)}`;
  }
  if (existsSync(inputs.tracesFile)) return BREACHES.writes;
  return Object.entries(BREACHES).find(([name]) => observed[name] !== false)?.[1];
}
