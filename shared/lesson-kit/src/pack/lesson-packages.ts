import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';

/** The packages that a lesson's starter may import. Ours are there for types alone. */
export async function packagesOf({
  directory,
}: Pick<LessonFolder, 'directory'>): Promise<string[]> {
  const path = join(directory, 'package.json');
  const manifest: unknown = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {};
  const names =
    typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest
      ? Object.keys(manifest.dependencies ?? {})
      : [];
  return names.filter((name) => !name.startsWith('@tracelings/'));
}
