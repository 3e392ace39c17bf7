import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { classFolder } from '../fixtures/class-folder.ts';
import { copyProject } from '../fixtures/project-copy.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const run = promisify(execFile);
const file = fileURLToPath(new URL('../../ready-made/github-actions/grade.yml', import.meta.url));
const text = await readFile(file, 'utf8');
const workflow: unknown = parse(text);

describe('what the workflow may do', () => {
  test('the job that runs a learner’s work can read, and the one that can write runs none', () => {
    expect(workflow).toMatchObject({
      permissions: {},
      jobs: {
        grade: { permissions: { contents: 'read' } },
        comment: { permissions: { 'pull-requests': 'write' }, needs: 'grade' },
      },
    });
    expect(scriptsOf('comment').join('\n')).not.toMatch(/npm|node |checkout/);
  });

  test('no script has a text of GitHub’s pasted into it, where a branch’s name could be a command', () => {
    const scripts = [...scriptsOf('grade'), ...scriptsOf('comment')];
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((script) => script.includes('${{'))).toStrictEqual([]);
  });

  test('it leaves no token in what it fetched', () => {
    const fetched = text.match(/uses: actions\/checkout/g);
    expect(text.match(/persist-credentials: false/g)).toHaveLength(fetched?.length ?? 0);
  });
});

const hasWall = await run('bwrap', ['--ro-bind', '/', '/', '--unshare-all', 'true']).then(
  () => true,
  () => false,
);
const isSkipped = !hasWall && process.env['REQUIRE_SANDBOX'] !== 'bwrap';
const title = isSkipped ? 'the steps (skipped, bubblewrap does not work here)' : 'the steps';

describe.skipIf(isSkipped)(title, { timeout: 120_000 }, () => {
  test('after the fetching and installing grade the work and show it', async () => {
    await using runner = await scratchFolder();
    await using work = await classFolder({ ada: 'never ended' });
    await cp(work.path, runner.join('work'), { recursive: true });
    await copyProject(runner.join('tracelings'));
    await mkdir(runner.join('temporary'));
    const [, grade = '', show = ''] = scriptsOf('grade');
    const { stdout } = await runStep(grade, runner.path, 'tracelings');
    await runStep(show, runner.path, '.');
    expect(stdout).toMatch(/^::stop-commands::(?<quiet>\S+)\n[^]*1 not yet[^]*\n::\k<quiet>::\n$/);
    expect(await readFile(runner.join('summary.md'), 'utf8')).toContain(
      '## <code>ada</code>: 13 of 16 points',
    );
  });
});

/** As GitHub's runner does: by bash, which ends at the first failure. */
function runStep(script: string, runner: string, folder: string): Promise<{ stdout: string }> {
  return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: `${runner}/${folder}`,
    env: {
      ...process.env,
      REQUIRE_SANDBOX: 'bwrap',
      GITHUB_WORKSPACE: runner,
      RUNNER_TEMP: `${runner}/temporary`,
      GITHUB_STEP_SUMMARY: `${runner}/summary.md`,
      INIT_CWD: undefined,
    },
  });
}

function scriptsOf(job: string): string[] {
  const steps = at(workflow, 'jobs', job, 'steps');
  if (!Array.isArray(steps)) throw new Error(`The job ${job} has no steps.`);
  return steps
    .map((step: unknown) => at(step, 'run'))
    .filter((script) => typeof script === 'string');
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = new Map<string, unknown>(Object.entries(here)).get(key);
  }
  return here;
}
