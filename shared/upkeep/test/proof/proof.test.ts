import { describe, expect, it } from 'vitest';
import { prove } from '../../src/proof/proof.ts';
import type { Proof } from '../../src/proof/proof.ts';
import { totalLine } from '../../src/proof/report.ts';
import { passingTest, ScratchRepository } from './scratch-repository.ts';

const editOfItsOwnPackage = `import { writeFileSync } from 'node:fs';
writeFileSync('edited', '');
`;

// lessons/one ──▶ shared/kit
function scratch(): ScratchRepository {
  const repository = new ScratchRepository();
  repository.addPackage('shared/kit', passingTest);
  repository.addPackage('lessons/one', passingTest, ['shared/kit']);
  return repository;
}

const packages = ['lessons/one', 'shared/kit'];

function proveIn({ root }: ScratchRepository, brokerUrl?: string): Promise<Proof> {
  const signal = new AbortController().signal;
  return prove({ root, force: false, jaeger: { brokerUrl }, signal, onStart: () => {} });
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
    expect(totalLine(first.results)).toBe('4 passed, 0 failed');
    expect(totalLine(second.results)).toBe('4 passed, 0 failed');
  });

  it('forgets a result whose files changed while it was made', async () => {
    using repository = new ScratchRepository();
    repository.addProgram('shared/base', '');
    repository.addProgram('shared/other', editOfItsOwnPackage);
    const { notes } = await proveIn(repository);
    expect(notes).toMatchInlineSnapshot(`
      [
        "Files changed while these ran, so they will run again next time: format:check, shared/other.",
      ]
    `);
    repository.remove('shared/other/edited');
    const { results } = await proveIn(repository);
    expect(results.find(({ name }) => name === 'shared/other')).toMatchObject({ replayed: false });
    expect(results.find(({ name }) => name === 'shared/base')).toMatchObject({ replayed: true });
  });
});
