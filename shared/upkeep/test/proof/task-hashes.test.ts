import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskEnvironment } from '../../src/proof/task-environment.ts';
import { taskHashes } from '../../src/proof/turbo-run.ts';
import { passingTest, repositoryRoot, ScratchRepository } from './scratch-repository.ts';

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

const usual = taskEnvironment(repositoryRoot, { brokerUrl: undefined });

function hashesIn({ root }: ScratchRepository, environment: NodeJS.ProcessEnv = {}) {
  const env = { ...usual, ...environment };
  const signal = new AbortController().signal;
  return taskHashes({ root, env, tasks: ['test', 'format:check', 'lockfile'], signal });
}

/** Each edit is told apart from what the ones before it have left. */
class Edits {
  readonly #repository: ScratchRepository;
  #hashes: ReadonlyMap<string, string> | undefined;

  constructor(repository: ScratchRepository) {
    this.#repository = repository;
  }

  /** The tasks that would run again for an edit. */
  async changed(edit: (repository: ScratchRepository) => void): Promise<string[]> {
    const [before, after] = await this.#around(edit);
    return [...after].filter(([id, hash]) => before.get(id) !== hash).map(([id]) => id);
  }

  /** The tests that would be answered from the cache in spite of an edit. */
  async kept(edit: (repository: ScratchRepository) => void): Promise<string[]> {
    const [before, after] = await this.#around(edit);
    return testsOfSameHash(before, after);
  }

  async #around(edit: (repository: ScratchRepository) => void) {
    const before = this.#hashes ?? (await hashesIn(this.#repository));
    edit(this.#repository);
    const after = await hashesIn(this.#repository);
    this.#hashes = after;
    return [before, after] as const;
  }
}

function testsOfSameHash(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return everyTest.filter((id) => before.get(id) === after.get(id));
}

describe('what a task depends on', () => {
  let repository: ScratchRepository;
  let edits: Edits;
  beforeAll(() => {
    repository = scratch();
    edits = new Edits(repository);
  });
  afterAll(() => repository[Symbol.dispose]());

  it('is nothing that an untouched repository changes by itself', async () => {
    expect(await edits.changed(() => {})).toEqual([]);
  });

  it('is the source of every package below it, however far away', async () => {
    const ids = await edits.changed(({ write }) => write('shared/base/src/a.ts', ''));
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
    await edits.changed(({ write }) => write('shared/kit/src/a.ts', ''));
    const ids = await edits.changed(({ remove }) => remove('shared/kit/src/a.ts'));
    expect(ids).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
        "@scratch/shared-kit#test",
      ]
    `);
  });

  it("is, for a lesson, its own text and its solution's", async () => {
    const hints = await edits.changed(({ write }) => write('lessons/one/hints.md', '?'));
    expect(hints).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
      ]
    `);
    const text = await edits.changed(({ write }) => write('solutions/one/README.md', '#'));
    expect(text).toMatchInlineSnapshot(`
      [
        "//#format:check",
        "@scratch/lessons-one#test",
        "@scratch/solutions-one#test",
      ]
    `);
  });

  it("is never a learner's own copy", async () => {
    const ids = await edits.changed(({ write }) => {
      write('lessons/one/src/main.ts', 'not even TypeScript');
      write('lessons/one/src.before-reset/main.ts', 'nor this');
    });
    expect(ids).toEqual([]);
  });

  it("is not the repository's README, for a test", async () => {
    const ids = await edits.changed(({ write }) => write('README.md', '# Hello'));
    expect(ids).toEqual(['//#format:check']);
  });

  it.for(['package-lock.json', 'tsconfig.json', 'vitest.package.ts', 'docker/jaeger/Dockerfile'])(
    'is %s, which all packages share, for every test',
    async (file) => {
      expect(await edits.kept(({ write }) => write(file, '{ }'))).toEqual([]);
    },
  );

  it('is what the environment says of this machine, for every test', async () => {
    const before = await hashesIn(repository);
    for (const name of [
      'TRACELINGS_JAEGER',
      'TRACELINGS_SANDBOX',
      'TRACELINGS_TOOLCHAIN',
      'REQUIRE_JAEGER',
    ]) {
      const after = await hashesIn(repository, { [name]: 'another' });
      expect({ name, kept: testsOfSameHash(before, after) }).toEqual({ name, kept: [] });
    }
  });

  it('is not the address of the Jaeger that a run happens to have', async () => {
    const [one, other] = ['http://127.0.0.1:1', 'http://127.0.0.1:2'];
    const before = await hashesIn(repository, { TRACELINGS_JAEGER_BROKER: one });
    const after = await hashesIn(repository, { TRACELINGS_JAEGER_BROKER: other });
    expect(after).toEqual(before);
  });

  it('is told apart in a copy without a history, too', async () => {
    using copy = scratch();
    copy.remove('.git');
    copy.write('lessons/one/src/main.ts', '');
    const ids = await new Edits(copy).changed(({ write }) => {
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
