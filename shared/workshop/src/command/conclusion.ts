import { type Rechecked, firstThatFails } from '../lesson/recheck.ts';
import { keepResultOf } from '../lesson/result.ts';
import { conclusionSentence } from '../screen/recheck.ts';

/** Says what all lessons came to, and writes the result where it is wanted and all pass. */
export async function conclude(
  rechecked: readonly Rechecked[],
  done: readonly string[],
  keep = false,
): Promise<string> {
  const kept = keep ? await keepResultOf(rechecked) : undefined;
  const conclusion = conclusionSentence({ rechecked, done, kept });
  const fails = firstThatFails(rechecked);
  if (fails === undefined) return conclusion;
  const unwritten = keep ? ' No result was written.' : '';
  return `${conclusion}${unwritten} npm start -- ${fails.number} opens it.`;
}
