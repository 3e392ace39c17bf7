// The examples of the README: each region here stands there word for word.
import { Explanation } from '@tracelings/trace-shape';
import type { Check, Run } from '@tracelings/lesson-kit';
import { expect, it } from 'vitest';
import { runOf, setUp } from '../run-of.ts';
import { traceOf } from '../../src/source/exported-trace.ts';

// #region check
const ended: Check<{ orderId: string }> = {
  id: 'ended',
  title: 'the span is ended',
  points: 2,
  scenario: 'order',
  judge({ evidence }) {
    if (evidence.ended.length === 0 || evidence.open.length > 0) {
      throw new Explanation({
        sought: 'a span that is ended',
        found: `${evidence.open.length} open`,
        next: 'call `end()` when the work is over',
      });
    }
  },
};
// #endregion

async function runWith(after: string): Promise<Run<{ orderId: string }>> {
  const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter);
  const span = trace.getTracer('shop').startSpan('bill');
  ${after}
}`);
  return { evidence, trace: traceOf(evidence.exported, evidence), inputs: { orderId: 'order-7' } };
}

it('the README’s example of a check refuses an open span and takes an ended one', async () => {
  const [open, done] = [await runWith(''), await runWith('span.end();')];
  expect(() => ended.judge(done)).not.toThrow();
  expect(() => ended.judge(open)).toThrowErrorMatchingInlineSnapshot(`
    [Explanation: Expected  a span that is ended
    Found     1 open
    Next      call \`end()\` when the work is over]
  `);
});
