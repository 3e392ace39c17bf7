import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { draw, inOrder, keptOf, nameOf, refuseFailures } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Call, Inputs } from './inputs.ts';
import { isWhole, wholeOf } from './whole-trace.ts';

export const callerSaysYes: Check<Inputs> = {
  id: 'caller-says-yes',
  title: 'a caller who samples finds us in the trace',
  points: 1,
  scenario: 'callers',
  judge(run) {
    for (const call of callsOf(run, true)) {
      const spans = keptOf(run, call);
      if (isWhole(call, spans)) continue;
      throw new Explanation({
        sought: `the whole of \`${nameOf(call)}\` in its caller's trace, since the caller samples`,
        found: spans.length === 0 ? 'no span of it was kept' : 'a part of it was kept',
        because:
          'the traceparent ended in 01, and that was the decision. Here it was made once more, by ' +
          'somebody who did not know of it',
        next:
          'let `new ParentBasedSampler({ root: … })` decide, with nothing but `root` of your own: ' +
          'a sampled caller is followed then',
        spans,
        expected: wholeOf(call),
        actual: draw(spans),
        kind: 'missing',
      });
    }
  },
};

export const callerSaysNo: Check<Inputs> = {
  id: 'caller-says-no',
  title: 'a caller who does not sample hears nothing of us',
  points: 1,
  scenario: 'callers',
  judge(run) {
    for (const call of callsOf(run, false)) {
      const spans = keptOf(run, call);
      if (spans.length === 0) continue;
      throw new Explanation({
        sought: `nothing of \`${nameOf(call)}\` kept, since its caller keeps nothing of this trace`,
        found: 'spans whose beginning nobody has',
        because:
          'the traceparent ended in 00, which is a decision too: there is a parent, and it is not ' +
          'sampled. A rule was asked before the parent was, or in its place',
        next:
          'ask your rules only where a trace begins: as the `root` of a ParentBasedSampler, whose ' +
          'other settings stay as they are',
        spans,
        actual: draw(spans),
        kind: 'unexpected',
      });
    }
  },
};

function callsOf(run: ShopRun, isSampled: boolean): Call[] {
  const calls = inOrder(run.inputs.calls.filter((call) => call.isSampled === isSampled));
  refuseFailures(run, calls);
  return calls;
}
