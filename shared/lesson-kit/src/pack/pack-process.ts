import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const packing = fileURLToPath(new URL('packing.ts', import.meta.url));

/**
 * Does what `keepPack` does in a process of its own: the bundler leaves two hundred megabytes behind,
 * and the larger a process is, the longer it takes to start others.
 */
export async function packApart(packs: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', packing, packs]);
  return stdout;
}
