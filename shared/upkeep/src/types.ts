import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { overlayVariants } from './types/variant-overlay.ts';

const root = process.cwd();
using overlays = overlayVariants(root);
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
// The page is read by browsers, and its types would change those of every program around it.
const projects = [overlays.project, 'shared/studio/tsconfig.json'];
for (const project of projects) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsc, '--noEmit', '--pretty', 'false', '--project', project],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  process.stdout.write(overlays.nameOriginals(stdout));
  process.stderr.write(stderr);
  if (status !== 0) process.exitCode = status ?? 1;
}
