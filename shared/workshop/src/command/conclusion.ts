import { type Rechecked, firstThatFails } from '../lesson/recheck.ts';
import { conclusionSentence } from '../screen/recheck.ts';
import { resultText } from '../screen/result.ts';
import { keepResult } from '../state/result-file.ts';

/** Says what all lessons came to, and writes the result where it is wanted and all pass. */
export async function conclude(
  rechecked: readonly Rechecked[],
  done: readonly string[],
  keep = false,
): Promise<string> {
  const fails = firstThatFails(rechecked);
  if (fails === undefined) {
    const kept = keep ? await keepResult(resultText(rechecked, new Date())) : undefined;
    return conclusionSentence({ rechecked, done, kept });
  }
  const unwritten = keep ? ' No result was written.' : '';
  const opens = `npm start -- ${fails.number} opens it.`;
  return `${conclusionSentence({ rechecked, done })}${unwritten} ${opens}`;
}
