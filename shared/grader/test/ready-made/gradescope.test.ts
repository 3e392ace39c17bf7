import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rootManifest from '../../../../package.json' with { type: 'json' };
import { classFolder } from '../fixtures/class-folder.ts';
import { complaintsOf } from '../fixtures/fit.ts';
import { copyProject } from '../fixtures/project-copy.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';
import schema from '../schema/gradescope.schema.json' with { type: 'json' };

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../../ready-made/gradescope', import.meta.url));

test('The set-up brings the Node that the project runs on.', async () => {
  const script = await readFile(`${folder}/setup.sh`, 'utf8');
  expect(script).toContain(`node_version=${rootManifest.devDependencies.node}\n`);
});

test.for(['setup.sh', 'run_autograder', 'pack.sh', 'settings.sh'])(
  'bash can read %s.',
  async (name) => {
    await expect(run('bash', ['-n', `${folder}/${name}`])).resolves.toStrictEqual({
      stdout: '',
      stderr: '',
    });
  },
);

test('The packed archive has what Gradescope looks for, and the project beside it.', async () => {
  await using place = await scratchFolder();
  const archive = place.join('autograder.zip');
  await run(`${folder}/pack.sh`, [archive]);
  const { stdout } = await run('unzip', ['-Z1', archive], { maxBuffer: 64 * 1024 * 1024 });
  const names = new Set(stdout.split('\n'));
  const wanted = ['setup.sh', 'run_autograder', 'settings.sh', 'tracelings/package-lock.json'];
  expect(wanted.filter((name) => !names.has(name))).toStrictEqual([]);
});

const isRoot = process.getuid?.() === 0;
const title = isRoot
  ? 'run_autograder'
  : 'run_autograder (skipped, it needs root as Gradescope has it)';

describe.skipIf(!isRoot)(title, { timeout: 120_000 }, () => {
  let work: Scratch;
  beforeAll(async () => {
    work = await classFolder({ ada: 'never ended' });
  });
  afterAll(() => work[Symbol.asyncDispose]());

  test('leaves results as Gradescope wants them', async () => {
    await using autograder = await autograderFolder('LESSONS=\nTRUST=yes\n');
    await cp(work.join('ada'), autograder.join('submission'), { recursive: true });
    await runAutograder(autograder);
    const results = await readFile(autograder.join('results/results.json'), 'utf8');
    expect(complaintsOf(results, schema)).toBe('');
    expect(JSON.parse(results)).toMatchObject({ score: 6 });
    expect(results).toContain('Trusted (--trust)');
  });

  test('takes bare files for the lesson that the settings name', async () => {
    await using autograder = await autograderFolder('LESSONS=01\nTRUST=yes\n');
    await cp(work.join('ada/lessons/01-first-span/src'), autograder.join('submission'), {
      recursive: true,
    });
    await runAutograder(autograder);
    const results = await readFile(autograder.join('results/results.json'), 'utf8');
    expect(JSON.parse(results)).toMatchObject({ score: 6 });
  });

  test('tells a learner who handed in something else what to hand in', async () => {
    await using autograder = await autograderFolder('LESSONS=\nTRUST=yes\n');
    await mkdir(autograder.join('submission'));
    await writeFile(autograder.join('submission/essay.txt'), 'Dear grader');
    await runAutograder(autograder);
    const results = await readFile(autograder.join('results/results.json'), 'utf8');
    expect(complaintsOf(results, schema)).toBe('');
    expect(results).toContain('Hand in the folder lessons/NN-name/src');
  });

  test('leaves no results, and so no 0 points, where no wall can be had and nobody said to trust', async () => {
    await using autograder = await autograderFolder('LESSONS=\nTRUST=no\n');
    await cp(work.join('ada'), autograder.join('submission'), { recursive: true });
    await using tools = await toolsWithoutWalls();
    await expect(runAutograder(autograder, { PATH: tools.path })).rejects.toMatchObject({
      code: 3,
    });
    expect(await readdir(autograder.join('results'))).toStrictEqual([]);
  });
});

/** `/autograder` as it is once the set-up has run. */
async function autograderFolder(settings: string): Promise<Scratch> {
  const autograder = await scratchFolder();
  await mkdir(autograder.join('source'));
  await writeFile(autograder.join('source/settings.sh'), settings);
  await copyProject(autograder.join('source/tracelings'));
  await chmod(autograder.path, 0o755);
  return autograder;
}

function runAutograder(
  autograder: Scratch,
  env: NodeJS.ProcessEnv = {},
): Promise<{ stdout: string; stderr: string }> {
  return run(`${folder}/run_autograder`, [], {
    env: { PATH: process.env['PATH'], AUTOGRADER: autograder.path, ...env },
  });
}

/** What the script calls, and nothing that could make a wall. */
async function toolsWithoutWalls(): Promise<Scratch> {
  const tools = await scratchFolder();
  await chmod(tools.path, 0o755);
  for (const name of [
    'bash',
    'cat',
    'chmod',
    'env',
    'grep',
    'install',
    'mkdir',
    'mktemp',
    'mv',
    'rm',
    'runuser',
    'tee',
  ]) {
    const { stdout } = await run('which', [name]);
    await symlink(stdout.trim(), tools.join(name));
  }
  return tools;
}
