import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const megabyte = Buffer.alloc(1024 * 1024);
const files = Array.from({ length: 64 }, (_, index) => `${tmpdir()}/%TAG%-${index}`);
try {
  for (const file of files) writeFileSync(file, megabyte);
} catch {
  throw new Error('no room');
} finally {
  for (const file of files) rmSync(file, { force: true });
}
throw new Error('%TAG%');
