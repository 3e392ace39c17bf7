import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts a program that goes on by itself, and tells whether it could be started. */
export async function startProgram(name: string, words: readonly string[]): Promise<boolean> {
  const child = spawn(name, words, { stdio: 'ignore', detached: true });
  child.unref();
  return await once(child, 'spawn').then(
    () => true,
    () => false,
  );
}

/** Hands the terminal to a line of the shell, with `$1` for the word, and tells whether it went well. */
export async function runInShell(line: string, word: string): Promise<boolean> {
  const child = spawn('sh', ['-c', line, 'sh', word], { stdio: 'inherit' });
  await once(child, 'close').catch(() => {});
  return child.exitCode === 0;
}
