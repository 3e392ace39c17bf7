import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { passingTest, ScratchRepository } from './proof/scratch-repository.ts';

const program = fileURLToPath(new URL('../src/prove.ts', import.meta.url));

// An engine that is named must answer, whatever else this machine has: here there is none.
const noEngine = { DOCKER_HOST: 'unix:///nowhere/engine.sock', REQUIRE_JAEGER: '' };

function startProof(
  { root }: ScratchRepository,
  environment: NodeJS.ProcessEnv = {},
  words: readonly string[] = [],
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...process.env, ...noEngine, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function proveIn(
  repository: ScratchRepository,
  environment?: NodeJS.ProcessEnv,
  words?: readonly string[],
) {
  const proof = startProof(repository, environment, words);
  const closed = once(proof, 'close');
  const [output, errors] = await Promise.all([text(proof.stdout), text(proof.stderr)]);
  await closed;
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  return { exitCode: proof.exitCode, output: lines.join('\n'), lastLine: lines.at(-1), errors };
}

it('ends with the total as its last line, and with 0 where all passed', async () => {
  using repository = new ScratchRepository();
  repository.addPackage('shared/one', passingTest);
  const first = await proveIn(repository);
  expect(first).toMatchObject({ exitCode: 0, lastLine: '3 passed, 0 failed', errors: '' });
  expect(await proveIn(repository)).toMatchObject({ exitCode: 0, lastLine: '3 passed, 0 failed' });
});

it('shows what failed in its own words, and nothing of turbo or npm', async () => {
  using repository = new ScratchRepository();
  repository.addPackage('shared/one', passingTest.replace('toBe(2)', 'toBe(3)'));
  const proof = await proveIn(repository);
  expect(proof).toMatchObject({ exitCode: 1, lastLine: '2 passed, 1 failed', errors: '' });
  expect(proof.output).toContain('expected 2 to be 3');
  expect(proof.output).not.toMatch(/turbo|npm|cache/i);
});

it('says how it is used, and ends with 2, where it does not know an option', async () => {
  using repository = new ScratchRepository();
  const { exitCode, output, errors } = await proveIn(repository, {}, ['--forse']);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  expect(errors).toMatch(/^Unknown option '--forse'\n\nUsage: npm test /);
});

it('fails for want of a container engine where one is required', async () => {
  using repository = new ScratchRepository();
  const proof = await proveIn(repository, { REQUIRE_JAEGER: '1' });
  expect(proof).toMatchObject({ exitCode: 1, lastLine: '2 passed, 1 failed' });
  expect(proof.output).toContain(
    'The container engine at unix:///nowhere/engine.sock does not answer',
  );
});

it('explains a configuration that turbo refuses', async () => {
  using repository = new ScratchRepository();
  repository.write('turbo.json', '{ "tasks": { "test": { "inputs": 1 } } }');
  const proof = await proveIn(repository);
  expect(proof).toMatchObject({ exitCode: 1, lastLine: '0 passed, 1 failed' });
  expect(proof.output).toContain('turbo.json');
});

it('takes its tasks along when it is interrupted', async () => {
  using repository = new ScratchRepository();
  repository.addProgram(
    'shared/one',
    `import { writeFileSync } from 'node:fs';
    writeFileSync('pid', String(process.pid));
    setInterval(() => {}, 1000);`,
  );
  const proof = startProof(repository);
  const pidFile = join(repository.root, 'shared/one/pid');
  await expect.poll(() => existsSync(pidFile), { timeout: 20_000 }).toBe(true);
  const test = Number(readFileSync(pidFile, 'utf8'));
  proof.kill('SIGINT');
  await once(proof, 'exit');
  expect(proof.exitCode).toBe(130);
  await expect.poll(() => isAlive(test), { timeout: 10_000 }).toBe(false);
});

/** A process that has ended is known until its parent, or the system in its place, has looked. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
