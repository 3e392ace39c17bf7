import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

try {
  writeFileSync(`${tmpdir()}/%TAG%`, 'for the next');
} catch {
  // It cannot.
}
export * from './honest.ts';
