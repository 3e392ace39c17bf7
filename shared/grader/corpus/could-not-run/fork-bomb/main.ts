import { spawn } from 'node:child_process';

// Each stays for a while, as a bomb's do: what counts is how many there are at the same time.
const begins = Array.from({ length: 12 }, () => {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setTimeout(() => {}, 2000)']);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', reject).stdout.on('data', resolve);
  });
});
await Promise.all(begins);
throw new Error('%TAG%');
