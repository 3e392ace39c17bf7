import {
  Channel,
  findLesson,
  Random,
  repository,
  subjectFlags,
  subjectProgram,
} from '@tracelings/lesson-kit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdtempDisposable, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Attack } from './attack.ts';
import type { Baits } from './baits.ts';
import { COMPILED, unwalledEvidence, unwalledJudgement } from './unwalled.ts';

/** What an attack achieves without the wall, by the names in `control.shows`. */
type Control = (attack: Attack, directory: string, baits: Baits) => Promise<readonly string[]>;

const MEBIBYTE = 1024 * 1024;
/** What waits for ever is given this long, and what ends does so on a busy machine too. */
const PATIENCE_MS = { endless: 2000, other: 60_000 };
/** Several times what an end by itself takes, in seconds of the processor's time. */
const ENDLESS = ['prlimit', '--cpu=1:1', '--'];

/** By the names in `control.by`. */
export const controls: Readonly<Record<string, Control>> = {
  'naive-grader': naivelyGraded,
  'naive-span-count': naivelyGraded,
  'naive-copy': (_attack, directory) => naivelyCopied(directory),
  'naive-vitest': testedByVitest,
  'no-wall': runWithoutWall,
  'no-wall-verdict': judgedWithoutWall,
  'no-wall-judge': runByUnwalledJudge,
  'evidence-file': recordedInFile,
};

async function naivelyGraded(
  { control }: Attack,
  directory: string,
  baits: Baits,
): Promise<readonly string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'naive-'));
  const program = fileURLToPath(new URL('naive-grader.ts', import.meta.url));
  const looksAt = control?.by === 'naive-span-count' ? 'open-spans' : 'verdict';
  const isEndless = control?.shows === 'never-ends';
  const grader = [process.execPath, '--no-warnings', program, directory, looksAt];
  const [command = '', ...args] = [...(isEndless ? ENDLESS : []), ...grader];
  const run = spawn(command, args, {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...COMPILED, ...baits.environment },
  });
  const patienceMs = PATIENCE_MS[isEndless ? 'endless' : 'other'];
  const tooLong = setTimeout(() => run.kill('SIGKILL'), patienceMs);
  const [said] = await Promise.all([text(run.stdout), once(run, 'exit')]);
  clearTimeout(tooLong);
  const result = join(folder.path, 'result.json');
  return [
    ...(run.exitCode === 0 ? ['exit-code'] : []),
    ...(said.includes('"passed":true') ? ['stdout'] : []),
    ...(existsSync(result) && readFileSync(result, 'utf8').includes('true') ? ['result-file'] : []),
    ...(said.length > 16 * MEBIBYTE ? ['output'] : []),
    ...(run.signalCode === 'SIGKILL' ? ['never-ends'] : []),
    ...(run.signalCode === null && !said.includes('"graded"') ? ['crash'] : []),
    ...baits.taken(said),
  ];
}

/** By a test of its own, in the runner that many use, with the learner's configuration around it. */
async function testedByVitest(_attack: Attack, directory: string): Promise<readonly string[]> {
  await writeFile(join(directory, 'naive.test.ts'), NAIVE_TEST);
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', '--root', directory], { stdio: 'ignore' });
  await once(run, 'exit');
  return run.exitCode === 0 ? ['exit-code'] : [];
}

const NAIVE_TEST = `
import { expect, test } from 'vitest';
import { main } from './main.ts';

test('main emits a span', () => expect(typeof main).toBe('a span'));
`;

/** What would have to be copied by whoever copies everything. */
async function naivelyCopied(directory: string): Promise<readonly string[]> {
  const { size } = await stat(join(directory, 'main.ts'));
  const names = await readdir(directory);
  return [...(names.length > 50_000 ? ['files'] : []), ...(size > 1024 * MEBIBYTE ? ['size'] : [])];
}

/** A run with nothing around it, by this process. */
async function runWithoutWall(
  { lesson, control }: Attack,
  directory: string,
  baits: Baits,
): Promise<readonly string[]> {
  const evidence = await unwalledEvidence(lesson, directory);
  const said = JSON.stringify(evidence, withoutBigints);
  const wanted = control?.text;
  if (control?.shows === 'file') await baits.untilTaken('file');
  return [
    ...(wanted !== undefined && said.includes(wanted) ? ['secret'] : []),
    ...(TAKEN_DOWN.has(evidence.ending.kind) ? ['taken-down'] : []),
    ...baits.taken(said),
  ];
}

const TAKEN_DOWN: ReadonlySet<string> = new Set(['flooded', 'killed']);

function withoutBigints(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

async function judgedWithoutWall(
  { lesson, points }: Attack,
  directory: string,
): Promise<readonly string[]> {
  const { verdict } = await unwalledJudgement(lesson, directory);
  return verdict.points > points ? ['points'] : [];
}

/** In a world of process numbers of its own, so that killing everything ends no more than that. */
async function runByUnwalledJudge(
  { lesson }: Attack,
  directory: string,
  baits: Baits,
): Promise<readonly string[]> {
  const program = fileURLToPath(new URL('unwalled-judge.ts', import.meta.url));
  const world = '--dev-bind / / --unshare-pid --proc /proc --die-with-parent --'.split(' ');
  const judge = [process.execPath, '--no-warnings', program, lesson, directory];
  const run = spawn('bwrap', [...world, ...judge], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...baits.environment, PATH: process.env['PATH'] },
  });
  const [said] = await Promise.all([text(run.stdout), once(run, 'exit')]);
  return [...(said === '' ? ['judge-gone'] : []), ...baits.taken(said)];
}

/** Evidence in a file that the program writes to by itself, and every line of it is believed. */
async function recordedInFile(attack: Attack, directory: string): Promise<readonly string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'evidence-'));
  const file = join(folder.path, 'evidence.jsonl');
  const descriptor = openSync(file, 'a+');
  const run = spawn(process.execPath, [...subjectFlags, subjectProgram], {
    stdio: ['ignore', 'ignore', 'ignore', descriptor, 'pipe'],
    env: { ...process.env, ...COMPILED },
  });
  closeSync(descriptor);
  const channel = run.stdio[4];
  if (channel instanceof Duplex) {
    new Channel(channel).sendJob('0'.repeat(32), await jobFor(attack, directory));
  }
  await once(run, 'exit');
  const evidence = readFileSync(file, 'utf8');
  return [
    ...(/^(?!0{32}).*"t":"done"/m.test(evidence) ? ['believed'] : []),
    ...(evidence.includes('"began"') ? [] : ['deleted']),
    ...(evidence.includes('"loaded"') || evidence.includes('not-loaded') ? [] : ['silent']),
    ...(evidence.length > 32 * MEBIBYTE ? ['large'] : []),
  ];
}

async function jobFor({ lesson: id }: Attack, directory: string): Promise<object> {
  const { directory: place, manifest } = await findLesson(id);
  const scenario = manifest.checks[0]?.scenario ?? '';
  return {
    role: 'scenario',
    scenarios: join(place, 'scenarios.ts'),
    scenario,
    entry: join(directory, manifest.entry),
    exports: manifest.exports,
    inputs: manifest.inputs(new Random(`7:${scenario}`)),
    sink: { kind: 'memory' },
    graceMs: 250,
  };
}
