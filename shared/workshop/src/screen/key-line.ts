import type { Look } from '../look.ts';
import { type Watching, failingOf, isDone } from '../watch/watching.ts';
import { wrap } from './wrap.ts';

/** What can be done now, and by which key. Keys that would do nothing are not offered. */
export function keyLine(watching: Watching, look: Look): string {
  const saving = 'Checks again on every save';
  if (!watching.hasKeys) return wrap(`${saving}. Ctrl-C ends it.`, look);
  const next = isDone(watching) && watching.next !== undefined ? ['n next lesson'] : [];
  const hint = failingOf(watching) === undefined ? [] : ['h hint'];
  return wrap(
    [
      saving,
      ...next,
      ...hint,
      ...(watching.judged?.recording ? ['t trace'] : []),
      'd diff',
      'x reset',
      'q quit',
    ].join(' · '),
    look,
  );
}
