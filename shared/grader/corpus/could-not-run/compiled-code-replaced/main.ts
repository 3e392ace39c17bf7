import { writeFileSync } from 'node:fs';

writeFileSync(`${process.env.NODE_COMPILE_CACHE}/poisoned`, '');
throw new Error('%TAG%');
