import { findLesson, Random, subjectFlags, subjectProgram } from '@tracelings/lesson-kit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdtempDisposable, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Attack } from './attack.ts';
import type { Baits } from './baits.ts';

/** What an attack achieves without the wall, by the names in `control.shows`. */
type Control = (attack: Attack, directory: string, baits: Baits) => Promise<readonly string[]>;

const MEBIBYTE = 1024 * 1024;
/** What never ends is given this long. */
const PATIENCE_MS = 4000;

/** By the names in `control.by`. */
export const controls: Readonly<Record<string, Control>> = {
  'naive-grader': (_attack, directory, baits) => naivelyGraded(directory, 'verdict', baits),
  'naive-span-count': (_attack, directory, baits) => naivelyGraded(directory, 'open-spans', baits),
  'naive-copy': (_attack, directory) => naivelyCopied(directory),
  'no-wall': judgedWithoutWall,
  'evidence-file': recordedInFile,
};

async function naivelyGraded(
  directory: string,
  looksAt: string,
  baits: Baits,
): Promise<readonly string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'naive-'));
  const program = fileURLToPath(new URL('naive-grader.ts', import.meta.url));
  const run = spawn(process.execPath, ['--no-warnings', program, directory, looksAt], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...baits.environment },
  });
  const tooLong = setTimeout(() => run.kill('SIGKILL'), PATIENCE_MS);
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

/** What would have to be copied by whoever copies everything. */
async function naivelyCopied(directory: string): Promise<readonly string[]> {
  const { size } = await stat(join(directory, 'main.ts'));
  const names = await readdir(directory);
  return [...(names.length > 50_000 ? ['files'] : []), ...(size > 1024 * MEBIBYTE ? ['size'] : [])];
}

/** In a world of process numbers of its own, so that killing everything ends no more than that. */
async function judgedWithoutWall(
  attack: Attack,
  directory: string,
  baits: Baits,
): Promise<readonly string[]> {
  const program = fileURLToPath(new URL('no-wall-judge.ts', import.meta.url));
  const world = '--dev-bind / / --unshare-pid --proc /proc --die-with-parent --'.split(' ');
  const judge = [process.execPath, '--no-warnings', program];
  const args = [...world, ...judge, attack.lesson, directory, baits.words['TAG'] ?? ''];
  const run = spawn('bwrap', args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...baits.environment, PATH: process.env['PATH'] },
  });
  const [report] = await Promise.all([text(run.stdout), once(run, 'exit')]);
  if (report === '') return ['judge-gone', ...baits.taken('')];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own program wrote it
  const { said, points, barePoints, hasDaemon } = JSON.parse(report) as {
    readonly said: string;
    readonly points: number;
    readonly barePoints: number;
    readonly hasDaemon: boolean;
  };
  const wanted = attack.control?.text;
  return [
    ...(points > attack.points ? ['points'] : []),
    ...(barePoints > attack.points ? ['bare-points'] : []),
    ...(hasDaemon ? ['daemon'] : []),
    ...(wanted !== undefined && said.includes(wanted) ? ['secret'] : []),
    ...baits.taken(said),
  ];
}

/** Evidence in a file that the program writes to by itself, and every line of it is believed. */
async function recordedInFile(attack: Attack, directory: string): Promise<readonly string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'evidence-'));
  const file = join(folder.path, 'evidence.jsonl');
  const descriptor = openSync(file, 'a+');
  const run = spawn(process.execPath, [...subjectFlags, subjectProgram], {
    stdio: ['ignore', 'ignore', 'ignore', descriptor, 'pipe'],
  });
  closeSync(descriptor);
  const channel = run.stdio[4];
  if (channel !== null && channel !== undefined && 'write' in channel) {
    channel
      .on('error', () => {})
      .write(`${'0'.repeat(32)}${JSON.stringify(await jobFor(attack, directory))}\n`);
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
    peers: {},
    sink: { kind: 'memory' },
    graceMs: 250,
  };
}
