import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { packSubjectProgram } from '../../src/pack/lesson-pack.ts';
import { PackagePack } from '../../src/pack/package-pack.ts';
import { packProgram } from '../../src/pack/program-pack.ts';

const run = promisify(execFile);

/** What a program says whose last words are JSON, and whether it has loaded a module of Node's own. */
async function said(
  program: string,
  ownModule: string,
): Promise<[words: unknown, loaded: boolean]> {
  const ask = `process.moduleLoadList.includes('NativeModule ${ownModule}')`;
  const source = `const words = await (async () => { ${program} })(); console.log(JSON.stringify([words, ${ask}]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above
  return JSON.parse(stdout) as [unknown, boolean];
}

function firstOf(file: string): string {
  return `return (await import(${JSON.stringify(file)})).first;`;
}

describe.concurrent("Node's own modules in what is packed", { timeout: 30_000 }, () => {
  it('are taken by name in a program, and all that is not named stays away', async ({ expect }) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'packed-'));
    const [plain, packed] = [join(folder.path, 'plain.mjs'), join(folder.path, 'packed.mjs')];
    await writeFile(plain, "import { METHODS } from 'node:http'; export const first = METHODS[0];");
    await packProgram(plain, packed);
    const fetching = 'internal/deps/undici/undici';
    expect(await said(firstOf(plain), fetching)).toEqual(['ACL', true]);
    expect(await said(firstOf(packed), fetching)).toEqual(['ACL', false]);
  });

  it('are loaded by a package once it uses them', async ({ expect }) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'packed-'));
    const packages = new PackagePack(join(folder.path, 'node_modules'));
    await packSubjectProgram(join(folder.path, 'program'), packages);
    const entry = join(folder.path, 'node_modules/@opentelemetry/resources/index.mjs');
    const load = `const { serviceInstanceIdDetector } = await import(${JSON.stringify(entry)});`;
    const use =
      "return serviceInstanceIdDetector.detect().attributes['service.instance.id'].length;";
    expect(await said(load, 'internal/crypto/random')).toEqual([null, false]);
    expect(await said(load + use, 'internal/crypto/random')).toEqual([36, true]);
  });
});
