import { lstat } from 'node:fs/promises';

/** Whether a folder is there that is no link: links in a submission are never followed. */
export async function isRealFolder(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}

/** Whether anything is there, whatever it is. */
export async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
