import {
  type Evidence,
  findLesson,
  memorySource,
  Random,
  runScenario,
  WaitingProcess,
} from '@tracelings/lesson-kit';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { bwrapCommand } from '../../src/sandbox/bwrap-command.ts';
import { BwrapWall } from '../../src/sandbox/bwrap-wall.ts';
import { ControlGroups } from '../../src/sandbox/control-group.ts';
import { inside } from '../../src/sandbox/inside-paths.ts';
import { limitedCommand } from '../../src/sandbox/limited-command.ts';
import { usualLimits } from '../../src/sandbox/limits.ts';
import { PackedLessons } from '../../src/sandbox/packed-lessons.ts';
import { makeRootFolder } from '../../src/sandbox/root-folder.ts';
import { viewOf } from '../../src/sandbox/view.ts';
import { wallForTests } from '../fixtures/sandbox.ts';
import { writtenWork } from '../fixtures/written-work.ts';

const execute = promisify(execFile);
const { isMissing, title } = await wallForTests('bwrap');
const lesson = await findLesson('02');
const scenario = 'order';

describe.skipIf(isMissing)(title('inside of bubblewrap a program'), () => {
  let wall: BwrapWall;
  beforeAll(async () => {
    wall = await BwrapWall.open({ ...usualLimits, cpuSeconds: 1, memoryBytes: 200 * 1024 * 1024 });
  });
  afterAll(() => wall[Symbol.asyncDispose]());

  it('sees Node, its libraries, the packages, the scenarios and its own sources', async ({
    expect,
  }) => {
    const { ending } = await run(`
import { readdirSync } from 'node:fs';
import { networkInterfaces, hostname } from 'node:os';
const names = (path) => readdirSync(path).filter((name) => !/^(lib|usr|etc)/.test(name)).join(' ');
throw new Error([
  ...['/', '/dev', '/judged', '/judged/lesson', '/judged/lesson/src', '/judged/node_modules/@opentelemetry', '/tmp'].map(names),
  Object.keys(process.env).sort().join(' '),
  [...new Set(Object.values(networkInterfaces()).flat().map(({ internal }) => internal))].join(' '),
  [process.getuid(), process.getgid(), process.ppid, hostname(), process.cwd()].join(' '),
].join('\\n'));`);
    expect('reason' in ending && ending.reason).toMatchInlineSnapshot(`
      "Error: dev judged tmp
      full null random urandom zero
      bin compiled lesson node_modules program
      package.json scenarios.ts src
      check-stock.ts hall.ts in-span.ts laptop.ts main.ts packing-bench.ts reserve-order.ts stick-label.ts tracing.ts
      api context-async-hooks core resources sdk-trace semantic-conventions

      HOME LANG NODE_COMPILE_CACHE PATH PWD TMPDIR TZ
      true
      65534 65534 1 judged /tmp, at main.ts:5"
    `);
  });

  it('is ended by the processor time that it took, and told so', async ({ expect }) => {
    const { ending } = await run('for (;;);');
    expect(ending).toEqual({ kind: 'killed', signal: 'SIGXCPU' });
  });

  it('is ended by the memory that it took', async ({ expect }) => {
    const { ending } = await run('export const main = [Buffer.alloc(300 * 1024 * 1024, 1)];');
    expect(ending).toEqual({ kind: 'killed', signal: 'SIGKILL' });
  });

  it('is ended by the threads that it starts', async ({ expect }) => {
    const { ending } = await run(`
import { readFile } from 'node:fs/promises';
process.env.UV_THREADPOOL_SIZE = '200';
await readFile(import.meta.filename);
throw new Error('had its threads');`);
    expect(ending).toEqual({ kind: 'killed', signal: 'SIGABRT' });
  });

  it.for([
    [
      'process',
      "import('node:child_process').then(({ spawnSync }) => spawnSync('/judged/bin/node'))",
    ],
    ['process in its own place', "process.execve('/judged/bin/node', [])"],
    ['thread with hooks', "import('node:module').then(({ register }) => register('data:,'))"],
    [
      'program of WebAssembly',
      "import('node:wasi').then(({ WASI }) => new WASI({ version: 'preview1' }))",
    ],
    ['debugger', "import('node:inspector').then(({ Session }) => new Session().connect())"],
  ])('starts no other %s', async ([, start], { expect }) => {
    const { ending } = await run(`await ${start}; throw new Error('started');`);
    expect('reason' in ending && ending.reason).toMatch(/restricted|not available/);
  });

  it('takes nothing of what the next one may take', async ({ expect }) => {
    const most =
      'export const main = [Buffer.alloc(100 * 1024 * 1024, 1)]; throw new Error("ran");';
    for (let time = 0; time < 3; time += 1) {
      const { ending } = await runBehind(wall, most);
      expect('reason' in ending && ending.reason).toBe('Error: ran, at main.ts:1');
    }
  });

  function run(entry: string): Promise<Evidence> {
    return runBehind(wall, entry);
  }
});

describe.skipIf(isMissing)(title('should Node let a program start others, bubblewrap'), () => {
  it('lets it start no more than its share', async ({ expect }) => {
    const said = await saidByNode(`
const { spawn } = require('node:child_process');
const refusal = () => new Promise((refused, stayed) => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 3000)'], { stdio: 'ignore' });
  child.on('error', refused).on('exit', (code) => (code === 0 ? stayed() : refused()));
});
Promise.any(Array.from({ length: 12 }, refusal)).then(
  () => process.exit(console.log('one was too many')),
  () => console.log('all were there'),
);`);
    expect(said).toBe('one was too many\n');
  });

  it('ends what it leaves behind', async ({ expect }) => {
    const tag = randomUUID();
    const said = await saidByNode(`
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); // ${tag}'], { detached: true, stdio: 'ignore' });
child.once('spawn', () => { console.log('left'); process.exit(); });`);
    expect(said).toBe('left\n');
    // The kernel ends it once the first process is gone, which may be a moment later.
    const left = () => globSync('/proc/[0-9]*/cmdline').filter((file) => isOf(file, tag));
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  });
});

function isOf(file: string, tag: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes(tag);
  } catch {
    return false;
  }
}

/** Of a program without what seals Node, which else refuses first. */
async function saidByNode(code: string): Promise<string> {
  await using lessons = await PackedLessons.create();
  await using root = await makeRootFolder();
  const packed = await lessons.get(lesson);
  const command = bwrapCommand({
    view: viewOf({ ...packed, root: root.path, submission: lesson.starter }),
    compiled: packed.compiled,
    mayCompile: false,
    isPlain: false,
    temporaryBytes: usualLimits.fileBytes,
  });
  const unsealed = [...command.slice(0, command.lastIndexOf(inside.node) + 1), '--eval', code];
  using groups = ControlGroups.open(usualLimits);
  const [file, ...args] = limitedCommand(unsealed, usualLimits, groups?.take());
  const { stdout } = await execute(file, args);
  return stdout;
}

async function runBehind(wall: BwrapWall, entry: string): Promise<Evidence> {
  await using work = await writtenWork(lesson, entry);
  await using enclosure = await wall.enclose({ lesson, submission: work.path });
  return await runScenario({
    lesson: { ...lesson, directory: enclosure.lesson },
    scenario,
    subject: enclosure.submission,
    inputs: lesson.manifest.inputs(new Random('7')),
    sink: memorySource().sink,
    process: () => new WaitingProcess(enclosure.launcherOf(scenario)),
  });
}
