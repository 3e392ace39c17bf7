import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';

const source = JSON.stringify(import.meta.resolve('../src/interruption.ts'));

/** What a program says and exits with, whose putting away takes until `isPutAway` resolves. */
async function ended(isPutAway: string, signals: string): Promise<[string, number | null]> {
  const program = `import { Interruption } from ${source};
import { setTimeout as pause } from 'node:timers/promises';
const interruption = new Interruption();
const alive = setInterval(() => {}, 1000);
interruption.signal.addEventListener('abort', async () => {
  await ${isPutAway};
  console.log('put away');
  process.exit(interruption.exitCode);
});
const tell = (signal) => process.kill(process.pid, signal);
${signals}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return [said, child.exitCode];
}

describe.concurrent('a command that is interrupted', () => {
  test('puts away in order, also where npm hands the same signal on', async () => {
    const twice = "tell('SIGINT'); setImmediate(() => tell('SIGINT'));";
    expect(await ended('pause(100)', twice)).toStrictEqual(['put away\n', 130]);
  });

  test('ends at once when it is told again, later', async () => {
    const again = "tell('SIGINT'); await pause(600); tell('SIGTERM');";
    expect(await ended('new Promise(() => {})', again)).toStrictEqual(['', 130]);
  });
});
