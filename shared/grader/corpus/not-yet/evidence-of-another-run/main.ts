import { appendFileSync } from 'node:fs';

try {
  appendFileSync('%EVIDENCE%', '%TAG%');
} catch {
  // It cannot.
}
export * from './honest.ts';
