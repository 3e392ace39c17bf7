import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

const about = 'Folders';

/** Whether the folders can be written in which a learner's work and progress are kept. */
export async function examineFolders(repository: string): Promise<Finding> {
  const refused = [];
  for (const name of ['lessons', '.cache', '.tracelings']) {
    const reason = await whyNotWritable(join(repository, name));
    if (reason !== undefined) refused.push(`${name} (${reason})`);
  }
  if (refused.length === 0) {
    return { about, state: 'good', found: 'Your copies and your progress can be written.' };
  }
  return {
    about,
    state: 'broken',
    found: `Nothing can be written in ${refused.join(', ')}.`,
    mend: 'Give yourself the right to write there, or clone the repository into a folder of yours.',
  };
}

async function whyNotWritable(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await rm(await mkdtemp(join(folder, '.doctor-')), { recursive: true });
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
