import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { overlayMistakes } from './types/mistake-overlay.ts';

const root = process.cwd();
using overlays = overlayMistakes(root);
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [tsc, '--noEmit', '--pretty', 'false', '--project', overlays.project],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
process.stdout.write(overlays.nameOriginals(stdout));
process.stderr.write(stderr);
process.exitCode = status ?? 1;
