import { spawn } from 'node:child_process';

const idle = 'setInterval(() => {}, 1000); // %TAG%';
spawn(process.execPath, ['-e', idle], { detached: true, stdio: 'ignore', env: {} }).unref();
await new Promise((resolve) => setTimeout(resolve, 100));
export * from './honest.ts';
