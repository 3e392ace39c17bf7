import { judgeFolder } from '../lesson/judging.ts';
import { openJaeger, reasonWithoutJaeger } from '../lesson/trace-source.ts';
import type { Action } from './action.ts';
import { withCopy } from './with-copy.ts';

/** The same check with the same inputs. The next save is checked from memory again. */
export const checkWithJaeger: Action = withCopy(async ({ lesson }, { seed, signal, tell }) => {
  const reply = 'Starting Jaeger in a container, to read the same trace from there …';
  tell(() => ({ reply }));
  try {
    await using jaeger = await openJaeger(signal);
    const order = { lesson, directory: lesson.src, source: jaeger.source, seed, signal };
    const judged = await judgeFolder(order);
    return {
      judged,
      phase: 'checked',
      reply: 'This is what Jaeger has of the run. The next save is read from memory again.',
    };
  } catch (error) {
    if (signal.aborted) return { reply: undefined };
    const reason = await reasonWithoutJaeger(error);
    if (reason === undefined) throw error;
    return { reply: reason };
  }
});
