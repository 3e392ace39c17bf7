import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

writeFileSync(`${tmpdir()}/%TAG%`, 'for the next');
export * from './honest.ts';
