import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../src/index.ts';

const SUBJECTS = join(repository, '.cache', 'subjects');

/** A subject whose sources stand in the test, for programs that no compiler would let pass. */
export async function writeSubject(
  main: string,
  others: Readonly<Record<string, string>> = {},
): Promise<AsyncDisposable & { readonly directory: string }> {
  await mkdir(SUBJECTS, { recursive: true });
  const directory = await mkdtemp(join(SUBJECTS, 'written-'));
  for (const [file, text] of Object.entries({ 'main.ts': main, ...others })) {
    await writeFile(join(directory, file), text);
  }
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
}
