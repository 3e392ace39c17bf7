import { describe, expect, it } from 'vitest';
import { prove } from '../../src/proof/proof.ts';
import type { Proof } from '../../src/proof/proof.ts';
import { totalLine } from '../../src/proof/report.ts';
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

const packages = ['lessons/one', 'shared/base', 'shared/kit', 'shared/other', 'solutions/one'];

function proveIn({ root }: ScratchRepository, brokerUrl?: string): Promise<Proof> {
  const signal = new AbortController().signal;
  return prove({ root, force: false, jaeger: { brokerUrl }, signal, onStart: () => {} });
}

async function rerunBy(repository: ScratchRepository, brokerUrl?: string): Promise<string[]> {
  const { results } = await proveIn(repository, brokerUrl);
  expect(results.filter(({ failed }) => failed > 0)).toEqual([]);
  return results.filter(({ replayed }) => !replayed).map(({ name }) => name);
}

const withoutRoot = (names: readonly string[]) => names.filter((name) => name.includes('/'));

describe('the cache', () => {
  it('replays everything where nothing changed, and counts the replayed tests', async () => {
    using repository = scratch();
    const first = await proveIn(repository);
    const second = await proveIn(repository);
    expect(first.results.some(({ replayed }) => replayed)).toBe(false);
    expect(second.results.every(({ replayed }) => replayed)).toBe(true);
    expect(withoutRoot(second.results.map(({ name }) => name))).toEqual(packages);
    expect(totalLine(first.results)).toBe('10 passed, 0 failed');
    expect(totalLine(second.results)).toBe('10 passed, 0 failed');
  });

  it('reruns the packages that depend on an edited one, however far away', async () => {
    using repository = scratch();
    await proveIn(repository);
    repository.write('shared/base/src/value.ts', 'export const value = 1;\n');
    const rerun = withoutRoot(await rerunBy(repository));
    expect(rerun).toEqual(['lessons/one', 'shared/base', 'shared/kit']);
  });

  it("reruns a lesson when its solution's text changes, and nothing else", async () => {
    using repository = scratch();
    await proveIn(repository);
    repository.write('solutions/one/README.md', '# The walkthrough\n');
    expect(withoutRoot(await rerunBy(repository))).toEqual(['lessons/one', 'solutions/one']);
  });

  it('reruns when a file is taken away', async () => {
    using repository = scratch();
    repository.write('shared/base/src/value.ts', 'export const value = 1;\n');
    await proveIn(repository);
    repository.remove('shared/base/src/value.ts');
    expect(await rerunBy(repository)).toContain('shared/kit');
  });

  it("never looks at a learner's own copy", async () => {
    using repository = scratch();
    await proveIn(repository);
    repository.write('lessons/one/src/main.ts', 'not even TypeScript');
    repository.write('lessons/one/src.before-reset/main.ts', 'nor this');
    expect(await rerunBy(repository)).toEqual([]);
  });

  it('reruns every test where the root says how they are run', async () => {
    using repository = scratch();
    await proveIn(repository);
    repository.write('docker/jaeger/Dockerfile', 'FROM jaegertracing/jaeger:2.14.0\n');
    expect(withoutRoot(await rerunBy(repository))).toEqual(packages);
    repository.write('package-lock.json', '{ "lockfileVersion": 3, "packages": { "": {} } }');
    expect(withoutRoot(await rerunBy(repository))).toEqual(packages);
    repository.write('tsconfig.json', '{}');
    expect(withoutRoot(await rerunBy(repository))).toEqual(packages);
  });

  it('keeps the results with and without a container engine apart', async () => {
    using repository = scratch();
    await proveIn(repository);
    const url = 'http://127.0.0.1:1';
    expect(withoutRoot(await rerunBy(repository, url))).toEqual(packages);
    expect(await rerunBy(repository)).toEqual([]);
    const anotherUrl = 'http://127.0.0.1:2';
    expect(await rerunBy(repository, anotherUrl)).toEqual([]);
  });
});
