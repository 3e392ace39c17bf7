import { keepResult } from '../state/result-file.ts';
import { type Rechecked, firstThatFails } from './recheck.ts';
import { resultText } from './result-text.ts';

/** Where the result of all lessons is now; nothing is written, and nowhere, where one does not pass. */
export async function keepResultOf(rechecked: readonly Rechecked[]): Promise<string | undefined> {
  if (firstThatFails(rechecked) !== undefined) return undefined;
  return await keepResult(resultText(rechecked, new Date()));
}
