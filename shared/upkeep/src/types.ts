import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { overlayVariants } from './types/variant-overlay.ts';

const root = process.cwd();
using overlays = overlayVariants(root);
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
// The page is read by browsers, and its types would change those of every program around it.
const projects = [overlays.project, 'shared/studio/tsconfig.json'];
for (const { code, output, errors } of await Promise.all(projects.map(typesOf))) {
  process.stdout.write(overlays.nameOriginals(output));
  process.stderr.write(errors);
  if (code !== 0) process.exitCode = code ?? 1;
}

async function typesOf(project: string) {
  // Side by side, one checker each: several would work out the same types several times.
  const options = ['--noEmit', '--pretty', 'false', '--checkers', '1', '--project', project];
  const checking = spawn(process.execPath, [tsc, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(checking, 'close');
  const [output, errors] = await Promise.all([text(checking.stdout), text(checking.stderr)]);
  await ended;
  return { code: checking.exitCode, output, errors };
}
