import type { CheckVerdict, Judgement } from '@tracelings/lesson-kit';
import type { GradedCheck } from '../grade.ts';

type GatedCheck = CheckVerdict & Pick<GradedCheck, 'waits'>;

/** A judgement in which some checks wait for another one to pass. */
export interface GatedJudgement extends Omit<Judgement, 'verdict'> {
  readonly verdict: Omit<Judgement['verdict'], 'checks'> & {
    readonly checks: readonly GatedCheck[];
  };
}

/**
 * Takes the points of a work that passes nothing but what the untouched starter passes too: doing
 * nothing earns nothing. As soon as one other check passes, each counts for itself.
 */
export function gateByStarter(
  judgement: Judgement,
  starterPasses: ReadonlySet<string>,
): GatedJudgement {
  const { checks } = judgement.verdict;
  if (checks.some(({ id, verdict }) => verdict === 'passed' && !starterPasses.has(id))) {
    return judgement;
  }
  return {
    ...judgement,
    verdict: { ...judgement.verdict, points: 0, checks: checks.map(withheld) },
  };
}

function withheld(check: CheckVerdict): GatedCheck {
  return check.verdict === 'passed'
    ? { ...check, verdict: 'not-yet', points: 0, message: WITHHELD, waits: true }
    : check;
}

const WITHHELD =
  'The starter passes this check as it is, so it counts as soon as another check passes as well.';
