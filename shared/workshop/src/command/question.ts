import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { textInRows } from '../screen/rows.ts';

/** Whether a person sits at both ends. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Asks until the answer is one of the two. Ctrl-C and Ctrl-D are a no. */
export async function askYesNo(text: string, signal: AbortSignal): Promise<boolean> {
  using lines = createInterface({ input: process.stdin, output: process.stdout });
  const left = new AbortController();
  lines.once('SIGINT', () => left.abort());
  lines.once('close', () => left.abort());
  const either = AbortSignal.any([signal, left.signal]);
  const whole = textInRows(`${text} (y/n)`, process.stdout.columns);
  for (let question = `${whole} `; ; question = 'Please answer y or n: ') {
    const answer = await lines.question(question, { signal: either }).catch(noneOnAbort);
    if (answer === undefined) process.stdout.write('\n');
    if (answer === undefined || /^no?$/i.test(answer.trim())) return false;
    if (/^y(es)?$/i.test(answer.trim())) return true;
  }
}

function noneOnAbort(error: unknown): undefined {
  if (error instanceof Error && error.name === 'AbortError') return undefined;
  throw error;
}
