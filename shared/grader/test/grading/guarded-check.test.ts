import type { Check, Run } from '@tracelings/lesson-kit';
import { Explanation } from '@tracelings/trace-shape';
import { describe, it } from 'vitest';
import { guardedCheck } from '../../src/grading/guarded-check.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no check below looks at it
const run = {} as Run<unknown>;

describe('a check that breaks on what it is shown', () => {
  it('explains itself, and stops nobody', ({ expect }) => {
    const check = guardedCheck(checkThat(() => void JSON.parse('no JSON')));
    expect(() => check.judge(run)).toThrow(Explanation);
    expect(() => check.judge(run)).toThrowErrorMatchingInlineSnapshot(`
      [Explanation: Expected  a run that this check can read
      Found     one that left something the check did not expect at all
      Perhaps   the program changes what it is observed by, or the check has a fault
      Next      if the program does nothing of that kind, report the check to whoever teaches]
    `);
  });

  it('says what it has to say, when it says it', ({ expect }) => {
    const said = new Explanation({ sought: 'a', found: 'b', because: 'c', next: 'd' });
    const check = guardedCheck(
      checkThat(() => {
        throw said;
      }),
    );
    expect(() => check.judge(run)).toThrow(said);
  });
});

function checkThat(judge: Check<unknown>['judge']): Check<unknown> {
  return { id: 'named', title: 'named', points: 1, scenario: 'order', judge };
}
