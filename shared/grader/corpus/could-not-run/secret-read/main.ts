import { readFileSync } from 'node:fs';

throw new Error(readFileSync('%SECRET_FILE%', 'latin1').slice(0, 4000));
