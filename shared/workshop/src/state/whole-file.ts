import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file whole or not at all, with its folder. Whoever reads it meanwhile gets the old one. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const whole = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(whole, text, { flush: true });
    await rename(whole, path);
  } finally {
    await rm(whole, { force: true });
  }
}
