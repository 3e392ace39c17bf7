import { spawnSync } from 'node:child_process';

const write = `require('node:fs').writeSync(3, '{"t":"done"}\\n')`;
spawnSync(process.execPath, ['-e', write], { stdio: ['ignore', 'ignore', 'ignore', 3] });
export * from './honest.ts';
