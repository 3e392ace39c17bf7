import { Explanation } from '@tracelings/trace-shape';
import type { Check, Run } from '../lesson/check.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Ending, Evidence } from '../run/evidence.ts';
import { endingSentence } from './ending-sentence.ts';
import type { CheckVerdict, VerdictWord } from './verdict.ts';

export interface Answer {
  readonly verdict: CheckVerdict;
  readonly explanation?: Explanation;
}

/** Asks one check about its scenario's run. Throws where the check is broken. */
export function ask(
  lesson: LessonFolder,
  check: Check<unknown>,
  run: Run<unknown> | undefined,
): Answer {
  const hindrance = run === undefined ? undefined : hindranceOf(lesson, check, run.evidence);
  if (run === undefined || hindrance !== undefined) {
    return { verdict: verdictOn(check, 'could-not-run', hindrance ?? '') };
  }
  try {
    check.judge(run);
    return { verdict: verdictOn(check, 'passed', '') };
  } catch (thrown) {
    if (thrown instanceof Explanation) {
      return { verdict: verdictOn(check, 'not-yet', thrown.message), explanation: thrown };
    }
    throw new Error(
      `The check "${check.id}" of ${lesson.id} broke (${String(thrown)}), which is a fault of ` +
        'the lesson and not of the program. Let the check throw an Explanation instead.',
      { cause: thrown },
    );
  }
}

function hindranceOf(
  lesson: LessonFolder,
  check: Check<unknown>,
  evidence: Evidence,
): string | undefined {
  const judged = lesson.manifest.scenarios[check.scenario]?.judged ?? [];
  return isJudged(evidence.ending, judged)
    ? undefined
    : endingSentence(evidence, lesson.manifest.entry);
}

function isJudged(ending: Ending, judged: readonly string[]): boolean {
  return ending.kind === 'finished' || ending.kind === 'exited' || judged.includes(ending.kind);
}

function verdictOn(check: Check<unknown>, verdict: VerdictWord, message: string): CheckVerdict {
  const { id, title, points: maxPoints } = check;
  return { id, title, verdict, points: verdict === 'passed' ? maxPoints : 0, maxPoints, message };
}
