import { closeSync } from 'node:fs';

closeSync(3);
export * from './honest.ts';
