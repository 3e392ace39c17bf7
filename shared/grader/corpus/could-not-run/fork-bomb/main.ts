import { spawn } from 'node:child_process';

const begins = Array.from({ length: 12 }, () => {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setTimeout(() => {}, 2000)']);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', reject).stdout.on('data', resolve);
  });
});
await Promise.all(begins);
throw new Error('%TAG%');
