import { listLessons } from '@tracelings/lesson-kit';
import { firstThatFails, recheck } from '../lesson/recheck.ts';
import { conclusionSentence } from '../screen/recheck.ts';
import { resultText } from '../screen/result.ts';
import { keepResult } from '../state/result-file.ts';
import type { RecheckView } from '../watch/recheck-view.ts';
import { isLast } from '../watch/watching.ts';
import type { Action } from './action.ts';

/** After the last lesson: every one checked once more, and a result to keep when all pass. */
export const recheckAll: Action = async (watching, { notes, signal, tell }) => {
  if (!isLast(watching)) return {};
  const lessons = await listLessons();
  const { done } = await notes.read();
  let view: RecheckView = { kind: 'recheck', lessons, rechecked: [], done };
  tell(() => ({ view }));
  // Whoever closes it meanwhile has seen enough, and is told the end of it in a sentence.
  const show = (): void => tell((now) => (now.view?.kind === 'recheck' ? { view } : {}));
  try {
    for await (const each of recheck(lessons, notes, signal)) {
      view = { ...view, rechecked: [...view.rechecked, each] };
      show();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    tell((now) => (now.view?.kind === 'recheck' ? { view: undefined } : {}));
    return { reply: 'A file has changed, so the other lessons were left alone.' };
  }
  if (firstThatFails(view.rechecked) === undefined) {
    view = { ...view, kept: await keepResult(resultText(view.rechecked, new Date())) };
  }
  show();
  return { reply: conclusionSentence(view) };
};
