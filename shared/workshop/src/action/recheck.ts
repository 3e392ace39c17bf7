import { listLessons } from '@tracelings/lesson-kit';
import { type Rechecked, recheck } from '../lesson/recheck.ts';
import { keepResultOf } from '../lesson/result.ts';
import { conclusionSentence } from '../screen/recheck.ts';
import type { RecheckView } from '../watch/recheck-view.ts';
import { type Watching, isDone, isLast } from '../watch/watching.ts';
import type { Action } from './action.ts';

/** After the last lesson: every one checked once more, and a result to keep when all pass. */
export const recheckAll: Action = async (watching, { notes, signal, tell }) => {
  if (!isDone(watching)) return { reply: notDone };
  if (!isLast(watching)) return {};
  const whole: RecheckView = {
    kind: 'recheck',
    lessons: await listLessons(),
    done: (await notes.read()).done,
    rechecked: [],
  };
  tell(() => ({ view: whole }));
  const rechecked: Rechecked[] = [];
  try {
    for await (const each of recheck(whole.lessons, notes, signal)) {
      rechecked.push(each);
      tell(inPlace({ ...whole, rechecked: [...rechecked] }));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    tell(inPlace(undefined));
    return { reply: 'A file has changed, so the other lessons were left alone.' };
  }
  const view = { ...whole, rechecked, kept: await keepResultOf(rechecked) };
  tell(inPlace(view));
  return { reply: conclusionSentence(view) };
};

const notDone = 'n goes on to the next lesson once every check passes. l jumps to any.';

/** Whoever closes the view has seen enough of it, and is told the end in a sentence. */
function inPlace(view: RecheckView | undefined) {
  return (now: Watching): Partial<Watching> => (now.view?.kind === 'recheck' ? { view } : {});
}
