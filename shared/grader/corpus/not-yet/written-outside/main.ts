import { writeFileSync } from 'node:fs';

try {
  writeFileSync('%MARK_FILE%', 'written');
} catch {
  // It cannot.
}
export * from './honest.ts';
