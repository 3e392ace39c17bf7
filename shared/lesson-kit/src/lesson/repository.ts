import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url)).replace(
  /\/$/,
  '',
);

/** A path as people should read it: relative to the repository, or only its name when outside. */
export function readablePath(path: string): string {
  const inside = relative(repository, resolve(path));
  return inside.startsWith('..')
    ? (path.split('/').findLast((part) => part !== '') ?? path)
    : inside;
}
