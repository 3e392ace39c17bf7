import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MistakeOverlays extends Disposable {
  /** The tsconfig that checks the repository and the overlays as one program. */
  readonly project: string;
  /** The same text with the files named where people find them. */
  nameOriginals(text: string): string;
}

const overlayFolder = '.cache/types';

/**
 * Lays each mistake over a copy of its solution. A mistake's folder holds only the files that
 * differ, so that its imports do not resolve where it lies; on the solution they do, as they will
 * when the mistake is run.
 */
export function overlayMistakes(root: string): MistakeOverlays {
  const remove = (): void => rmSync(join(root, overlayFolder), { recursive: true, force: true });
  remove();
  for (const mistake of globSync('solutions/*/mistakes/*/', { cwd: root })) {
    const overlay = join(root, overlayFolder, mistake);
    cpSync(join(root, mistake, '../../src'), overlay, { recursive: true });
    cpSync(join(root, mistake), overlay, { recursive: true });
  }
  return {
    project: writeProject(root),
    nameOriginals: (text) => text.replaceAll(`${overlayFolder}/`, ''),
    [Symbol.dispose]: remove,
  };
}

function writeProject(root: string): string {
  const project = join(root, overlayFolder, 'tsconfig.json');
  mkdirSync(join(root, overlayFolder), { recursive: true });
  const parts = ['shared', 'lessons', 'solutions', '*.ts'].map((part) => `../../${part}`);
  const exclude = ['node_modules', 'lessons/*/src', 'lessons/*/src.*', 'solutions/*/mistakes'];
  const config = {
    extends: '../../tsconfig.json',
    include: [...parts, './solutions'],
    exclude: exclude.map((path) =>
      path === 'node_modules' ? '../../**/node_modules' : `../../${path}`,
    ),
  };
  writeFileSync(project, JSON.stringify(config, undefined, 2));
  return project;
}
