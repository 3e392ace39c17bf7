/**
 * `passed`; `not-yet`: a check failed; `could-not-run`: the subject did not load, threw, or was
 * ended by a limit; `environment-missing`: what judging needs is not on this machine, which never
 * counts against anybody.
 */
export type VerdictWord = 'passed' | 'not-yet' | 'could-not-run' | 'environment-missing';

export interface CheckVerdict {
  readonly id: string;
  readonly title: string;
  readonly verdict: VerdictWord;
  readonly points: number;
  readonly maxPoints: number;
  /**
   * Plain text: no colour codes, no paths outside the repository. Empty when passed, and when an
   * earlier check already says why their run could not be judged.
   */
  readonly message: string;
}

/** What `check --json` prints. Its schema is in the workshop's `schema` folder. */
export interface LessonVerdict {
  readonly version: 1;
  readonly lesson: string;
  readonly source: 'memory' | 'jaeger';
  /** Replays the same inputs. */
  readonly seed: number;
  readonly verdict: VerdictWord;
  readonly points: number;
  readonly maxPoints: number;
  readonly durationMs: number;
  /** In the lesson's order. */
  readonly checks: readonly CheckVerdict[];
}

const EXIT_CODES: Record<VerdictWord, number> = {
  passed: 0,
  'not-yet': 1,
  'could-not-run': 2,
  'environment-missing': 3,
};

/** The exit code that a verdict has on every command: 0, 1, 2 or 3. */
export function exitCodeOf(verdict: VerdictWord): number {
  return EXIT_CODES[verdict];
}
