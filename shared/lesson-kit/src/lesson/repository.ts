import { basename, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a slash at its end. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url)).replace(
  /\/$/,
  '',
);

/** A path as people should read it: relative to the repository, or only its name when outside. */
export function readablePath(path: string): string {
  const absolute = resolve(path);
  const inside = relative(repository, absolute);
  return /^\.\.(\/|$)/.test(inside) ? basename(absolute) : inside || '.';
}
