import { readablePath } from '@tracelings/lesson-kit';
import { type Rechecked, firstThatFails } from '../lesson/recheck.ts';
import type { Look } from '../look.ts';
import type { RecheckView } from '../watch/recheck-view.ts';
import type { Parts } from './fitted.ts';
import { summaryLine } from './summary.ts';
import { wrap } from './wrap.ts';

/** All lessons once more: those checked so far, and what came of it in the end. */
export function recheckParts(view: RecheckView, look: Look): Parts {
  const { lessons, rechecked } = view;
  const under = lessons[rechecked.length];
  const fails = firstThatFails(rechecked);
  const checking = under === undefined ? '' : `  ${under.id}  checking …`;
  const end = under === undefined ? wrap(conclusionSentence(view), look) : '';
  const keys = fails === undefined ? '' : `Enter opens ${fails.id} · `;
  const lines = rechecked.map(({ verdict }) => summaryLine(verdict, look));
  return {
    head: look.paint('title', 'Every lesson once more'),
    blocks: [[...lines, checking].filter((line) => line !== '').join('\n'), end],
    foot: look.paint('quiet', wrap(`${keys}q back to the lesson`, look)),
    focus: checking === '' ? end : checking,
  };
}

interface Conclusion {
  readonly rechecked: readonly Rechecked[];
  /** Ids of the lessons that passed once. */
  readonly done: readonly string[];
  /** Where the result was written. */
  readonly kept?: string | undefined;
}

/** What all of them came to: where the result is, or which lesson to go back to. */
export function conclusionSentence({ rechecked, done, kept }: Conclusion): string {
  const count = rechecked.length;
  const passing = rechecked.filter(({ verdict }) => verdict.verdict === 'passed').length;
  const fails = firstThatFails(rechecked);
  if (fails === undefined) {
    const where = kept === undefined ? '' : ` ${readablePath(kept)} says so, and is yours to keep.`;
    return `All ${count} lessons pass.${where}`;
  }
  const since = done.includes(fails.id)
    ? 'passed before, and does not any more'
    : 'does not pass yet';
  return `${passing} of ${count} lessons pass. ${fails.id} ${since}.`;
}
