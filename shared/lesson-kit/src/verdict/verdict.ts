/**
 * `passed`; `not-yet`: a check failed; `could-not-run`: the subject did not load, threw, or was
 * ended by a limit; `environment-missing`: what judging needs is not on this machine, which never
 * counts against anybody.
 */
export type VerdictWord = 'passed' | 'not-yet' | 'could-not-run' | 'environment-missing';

/** The verdict on one check. */
export interface CheckVerdict {
  /** The check's own: stable, kebab-case. */
  readonly id: string;
  /** A sentence a learner understands. */
  readonly title: string;
  readonly verdict: VerdictWord;
  /** `maxPoints` when passed, else 0. */
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
  /** The lesson's id: `01-first-span`. */
  readonly lesson: string;
  readonly source: 'memory' | 'jaeger';
  /** Replays the same inputs. */
  readonly seed: number;
  /** That of the first check that did not pass, or `passed`. */
  readonly verdict: VerdictWord;
  /** The sum over the checks. */
  readonly points: number;
  readonly maxPoints: number;
  /** Wall time of the whole judgement, in whole milliseconds. */
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

/**
 * The exit code that a verdict has on every command: 0, 1, 2 or 3.
 *
 * @example
 * ```ts
 * process.exitCode = exitCodeOf(verdict.verdict);
 * ```
 */
export function exitCodeOf(verdict: VerdictWord): number {
  return EXIT_CODES[verdict];
}
