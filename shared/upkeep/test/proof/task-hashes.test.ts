import { describe, expect, it } from 'vitest';
import { taskEnvironment } from '../../src/proof/task-environment.ts';
import { taskHashes } from '../../src/proof/turbo-run.ts';
import { passingTest, ScratchRepository } from './scratch-repository.ts';

/*
 * lessons/one ──▶ shared/kit ──▶ shared/base      shared/other
 *      └────────▶ solutions/one
 */
function scratch(): ScratchRepository {
  const repository = new ScratchRepository();
  repository.addPackage('shared/base', passingTest);
  repository.addPackage('shared/kit', passingTest, ['shared/base']);
  repository.addPackage('shared/other', passingTest);
  repository.addPackage('solutions/one', passingTest);
  repository.addPackage('lessons/one', passingTest, ['shared/kit', 'solutions/one']);
  return repository;
}

const everyTest = [
  '@scratch/lessons-one#test',
  '@scratch/shared-base#test',
  '@scratch/shared-kit#test',
  '@scratch/shared-other#test',
  '@scratch/solutions-one#test',
];

const noJaeger = { brokerUrl: undefined };

function hashesIn({ root }: ScratchRepository, environment: NodeJS.ProcessEnv = {}) {
  const env = { ...taskEnvironment(root, noJaeger), ...environment };
  const signal = new AbortController().signal;
  return taskHashes({ root, env, tasks: ['test', 'format:check', 'lockfile'], signal });
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...after].filter(([id, hash]) => before.get(id) !== hash).map(([id]) => id);
}

/** The tests that would be answered from the cache. */
function unchanged(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return everyTest.filter((id) => before.get(id) === after.get(id));
}

async function changedBy(
  repository: ScratchRepository,
  edit: (repository: ScratchRepository) => void,
): Promise<string[]> {
  const before = await hashesIn(repository);
  edit(repository);
  return changed(before, await hashesIn(repository));
}

describe('what a task depends on', () => {
  it('is nothing that an untouched repository changes by itself', async () => {
    using repository = scratch();
    expect(await changedBy(repository, () => {})).toEqual([]);
  });

  it('is the source of every package below it, however far away', async () => {
    using repository = scratch();
    const ids = await changedBy(repository, ({ write }) => write('shared/base/src/a.ts', ''));
    expect(ids).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
        "@scratch/shared-base#test",
        "@scratch/shared-kit#test",
      ]
    `);
  });

  it('is a file that was taken away, too', async () => {
    using repository = scratch();
    repository.write('shared/kit/src/a.ts', '');
    const ids = await changedBy(repository, ({ remove }) => remove('shared/kit/src/a.ts'));
    expect(ids).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
        "@scratch/shared-kit#test",
      ]
    `);
  });

  it("is, for a lesson, its own text and its solution's", async () => {
    using repository = scratch();
    const hints = await changedBy(repository, ({ write }) => write('lessons/one/hints.md', '?'));
    expect(hints).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
      ]
    `);
    const text = await changedBy(repository, ({ write }) => write('solutions/one/README.md', '#'));
    expect(text).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
        "@scratch/solutions-one#test",
      ]
    `);
  });

  it("is never a learner's own copy", async () => {
    using repository = scratch();
    const ids = await changedBy(repository, ({ write }) => {
      write('lessons/one/src/main.ts', 'not even TypeScript');
      write('lessons/one/src.before-reset/main.ts', 'nor this');
    });
    expect(ids).toEqual([]);
  });

  it("is not the repository's README, for a test", async () => {
    using repository = scratch();
    const ids = await changedBy(repository, ({ write }) => write('README.md', '# Hello'));
    expect(ids).toEqual(['//#format:check']);
  });

  it('is what all packages share, for every test', async () => {
    using repository = scratch();
    let before = await hashesIn(repository);
    for (const file of [
      'package-lock.json',
      'tsconfig.json',
      'vitest.package.ts',
      'docker/jaeger/Dockerfile',
    ]) {
      repository.write(file, '{ }');
      const after = await hashesIn(repository);
      expect({ file, kept: unchanged(before, after) }).toEqual({ file, kept: [] });
      before = after;
    }
  });

  it('is what the environment says of this machine, for every test', async () => {
    using repository = scratch();
    const before = await hashesIn(repository);
    for (const name of [
      'TRACELINGS_JAEGER',
      'TRACELINGS_SANDBOX',
      'TRACELINGS_TOOLCHAIN',
      'REQUIRE_JAEGER',
    ]) {
      const after = await hashesIn(repository, { [name]: 'another' });
      expect({ name, kept: unchanged(before, after) }).toEqual({ name, kept: [] });
    }
  });

  it('is not the address of the Jaeger that a run happens to have', async () => {
    using repository = scratch();
    const before = await hashesIn(repository, { TRACELINGS_JAEGER_BROKER: 'http://127.0.0.1:1' });
    const after = await hashesIn(repository, { TRACELINGS_JAEGER_BROKER: 'http://127.0.0.1:2' });
    expect(changed(before, after)).toEqual([]);
  });

  it('is told apart in a copy without a history, too', async () => {
    using repository = scratch();
    repository.remove('.git');
    repository.write('lessons/one/src/main.ts', '');
    const ids = await changedBy(repository, ({ write }) => {
      write('lessons/one/src/main.ts', 'edited');
      write('shared/other/src/a.ts', '');
    });
    expect(ids).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/shared-other#test",
      ]
    `);
  });
});
