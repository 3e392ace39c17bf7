import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
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
  if (refused.length > 0) {
    return broken(
      `Nothing can be written in ${refused.join(', ')}.`,
      'Give yourself the right to write there, or clone the repository into a folder of yours.',
    );
  }
  const unreadable = await whyNotReadable(join(repository, '.tracelings', 'state.json'));
  if (unreadable !== undefined) {
    return broken(
      `Your progress in .tracelings/state.json cannot be read (${unreadable}).`,
      'Give yourself the right to read it, or move it away: then progress starts afresh.',
    );
  }
  return { about, state: 'good', found: 'Your copies and your progress can be written.' };
}

function broken(found: string, mend: string): Finding {
  return { about, state: 'broken', found, mend };
}

async function whyNotWritable(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await rm(await mkdtemp(join(folder, '.doctor-')), { recursive: true });
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

async function whyNotReadable(file: string): Promise<string | undefined> {
  try {
    await access(file, constants.R_OK);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? undefined : code;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
