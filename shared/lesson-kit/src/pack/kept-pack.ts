import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packedImports, subjectProgram } from '../run/subject-program.ts';
import { packSubjectProgram } from './lesson-pack.ts';
import { changeOf, freshPack, recordPack } from './pack-record.ts';
import { PackagePack, packageFolder } from './package-pack.ts';
import { packProgram } from './program-pack.ts';

const SCOPE = '@opentelemetry';
/** A command that runs since long ago may still use what is not the newest any more. */
const MOST_AGE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Packs the program that runs subjects and every package of OpenTelemetry that is installed into a
 * folder of packs, unless the newest that is there would come out the same.
 *
 * @returns the pack's own folder.
 */
export async function keepPack(packs: string): Promise<string> {
  const fresh = freshPack(packs);
  if (fresh !== undefined) return fresh;
  await mkdir(packs, { recursive: true });
  await removeOldOnes(packs);
  const folder = await mkdtemp(join(packs, 'pack-'));
  const files = await packInto(folder);
  await chmod(folder, 0o755);
  recordPack(packs, folder, files);
  return folder;
}

async function packInto(folder: string): Promise<Set<string>> {
  const here = dirname(subjectProgram);
  const scope = dirname(packageFolder(`${SCOPE}/api`, here));
  const packages = new PackagePack(join(folder, 'node_modules'));
  const program = await packSubjectProgram(join(folder, 'program'), packages);
  const hook = await packProgram(packedImports, join(folder, 'program', 'packed-imports.mjs'));
  await Promise.all((await readdir(scope)).map((name) => packages.add(`${SCOPE}/${name}`, here)));
  const entries = [...packages.entries].map(([id, file]) => [id, `./node_modules/${file}`]);
  await writeFile(join(folder, 'packages.json'), JSON.stringify(Object.fromEntries(entries)));
  return new Set([scope, ...program, ...hook.files, ...packages.files]);
}

async function removeOldOnes(packs: string): Promise<void> {
  for (const name of await readdir(packs)) {
    const path = join(packs, name);
    const age = Date.now() - (changeOf(path) ?? Infinity);
    if (age > MOST_AGE_MS) await rm(path, { recursive: true, force: true });
  }
}
