import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { overlayVariants } from './types/variant-overlay.ts';

const root = process.cwd();
using overlays = overlayVariants(root);
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [tsc, '--noEmit', '--pretty', 'false', '--project', overlays.project],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
process.stdout.write(overlays.nameOriginals(stdout));
process.stderr.write(stderr);
process.exitCode = status ?? 1;
