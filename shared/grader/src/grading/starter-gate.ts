import type { CheckVerdict, Judgement } from '@tracelings/lesson-kit';
import schema from '../../schema/grade.schema.json' with { type: 'json' };

/**
 * Takes the points of a work that passes nothing but what the untouched starter passes too: doing
 * nothing earns nothing. As soon as one other check passes, each counts for itself.
 */
export function gateByStarter(judgement: Judgement, starterPasses: ReadonlySet<string>): Judgement {
  const { checks } = judgement.verdict;
  if (checks.some(({ id, verdict }) => verdict === 'passed' && !starterPasses.has(id))) {
    return judgement;
  }
  return {
    ...judgement,
    verdict: { ...judgement.verdict, points: 0, checks: checks.map(withheld) },
  };
}

function withheld(check: CheckVerdict): CheckVerdict {
  return check.verdict === 'passed'
    ? { ...check, verdict: 'not-yet', points: 0, message: WITHHELD }
    : check;
}

/** What a check says that is passed, and does not count yet. */
export const WITHHELD: string = schema.$defs.waiting.const;
