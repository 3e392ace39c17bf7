import { openSync } from 'node:fs';

openSync(`/proc/${process.ppid}/mem`, 'r+');
throw new Error('%TAG%');
