import { openSync } from 'node:fs';

openSync('/proc/self/mem', 'r');
throw new Error('%TAG%');
