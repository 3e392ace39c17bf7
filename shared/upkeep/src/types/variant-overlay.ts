import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface VariantOverlays extends Disposable {
  /** The tsconfig that checks the repository and the overlays as one program. */
  readonly project: string;
  /** The same text with the files named where people find them. */
  nameOriginals(text: string): string;
}

const overlayFolder = '.cache/types';
/** What learners write, what is written to attack the grader, and what is checked for a browser. */
const neverChecked = [
  '**/node_modules',
  'lessons/*/src',
  'lessons/*/src.*',
  'shared/grader/corpus',
  'shared/studio',
];
const variantFolders = ['solutions/*/alternatives', 'solutions/*/mistakes'];

/**
 * Lays each alternative and each mistake over a copy of its solution. Their folders hold only the
 * files that differ, so that their imports do not resolve where they lie; on the solution they do,
 * as they will when the variant is run.
 */
export function overlayVariants(root: string): VariantOverlays {
  const remove = (): void => rmSync(join(root, overlayFolder), { recursive: true, force: true });
  remove();
  for (const variant of globSync(
    variantFolders.map((folders) => `${folders}/*/`),
    { cwd: root },
  )) {
    const overlay = join(root, overlayFolder, variant);
    cpSync(join(root, variant, '../../src'), overlay, { recursive: true });
    cpSync(join(root, variant), overlay, { recursive: true });
  }
  return {
    project: writeProject(root),
    nameOriginals: (text) => text.replaceAll(`${overlayFolder}/`, ''),
    [Symbol.dispose]: remove,
  };
}

function writeProject(root: string): string {
  const project = join(root, overlayFolder, 'tsconfig.json');
  const excluded = [...neverChecked, ...variantFolders];
  const config = {
    extends: '../../tsconfig.json',
    include: ['../../*.ts', '../../shared', '../../lessons', '../../solutions', './solutions'],
    exclude: excluded.map((path) => `../../${path}`),
  };
  mkdirSync(join(root, overlayFolder), { recursive: true });
  writeFileSync(project, JSON.stringify(config, undefined, 2));
  return project;
}
