import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '@tracelings/lesson-kit';

interface Copied {
  readonly starter: string;
  readonly src: string;
}

/**
 * Makes the learner's copy of a starter, whole or not at all. What is there already stays as it is.
 *
 * @returns whether a copy was made
 */
export async function makeCopy({ starter, src }: Copied): Promise<boolean> {
  if (await isDirectory(src)) return false;
  await using aside = await asideFolder();
  const whole = join(aside.path, 'src');
  await cp(starter, whole, { recursive: true });
  return await moveUnlessThere(whole, src);
}

export async function isDirectory(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}

/** Inside the repository, since a rename is only atomic within one file system. */
export async function asideFolder(): Promise<AsyncDisposable & { path: string }> {
  const cache = join(repository, '.cache');
  await mkdir(cache, { recursive: true });
  const path = await mkdtemp(join(cache, 'opening-'));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** Another terminal may have opened the same lesson in the meantime: the first copy stays. */
async function moveUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (await isDirectory(to)) return false;
    throw error;
  }
}
