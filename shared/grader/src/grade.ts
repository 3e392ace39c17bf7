import type { LessonFolder, VerdictWord } from '@tracelings/lesson-kit';
import type { OtlpJson } from '@tracelings/trace-shape';

/** What stood between the submission and the judge. `none` is what `--trust` asks for. */
export type Isolation = 'bwrap' | 'docker' | 'none';

/**
 * The words of a lesson's verdict, and `infra-error`: the grader or its machine failed, so that
 * nothing is known about the work. It says nothing of the learner and must never cost them points.
 */
export type GradeVerdict = Exclude<VerdictWord, 'environment-missing'> | 'infra-error';

/** The verdict on one check. */
export interface GradedCheck {
  /** The check's own: stable, kebab-case. */
  readonly id: string;
  /** A sentence a learner understands. */
  readonly title: string;
  readonly verdict: GradeVerdict;
  /** 0 or `maxPoints`, a whole number. */
  readonly points: number;
  readonly maxPoints: number;
  /**
   * The explanation, as plain text. The submission has a say in it (names of spans, errors), so it
   * is hostile: every format escapes it. Empty when passed, and when an earlier check says it.
   */
  readonly message: string;
  /** The starter passes it too, so it waits for another check to pass: there is nothing to mend. */
  readonly waits?: true;
}

/** The trace of the run that the first failing check looked at; of the first check's run else. */
export interface GradeTrace {
  /** The scenario whose run it is. */
  readonly scenario: string;
  /** A span that never ended has no end time. Written by the submission, so hostile too. */
  readonly otlp: OtlpJson;
  /** How many spans were left out to keep a grade small. */
  readonly spansLeftOut: number;
  /** The one span that the message is about, where it is about one. */
  readonly failing?: { readonly traceId: string; readonly spanId: string };
}

/** What one learner gets for one lesson. Survives JSON; its schema is in the folder `schema`. */
export interface Grade {
  readonly version: 1;
  /** The folder's name, whatever is in it: hostile. */
  readonly learner: string;
  /** The lesson's id: `01-first-span`. */
  readonly lesson: string;
  /** That of the first check to mend, or `passed`. */
  readonly verdict: GradeVerdict;
  /** The sum over the checks, a whole number. */
  readonly points: number;
  readonly maxPoints: number;
  /** In the lesson's order. */
  readonly checks: readonly GradedCheck[];
  /** What the inputs were drawn from; `--seed` with it gives the same inputs again. */
  readonly seed: number;
  readonly isolation: Isolation;
  /** Changes with everything that could change a grade, apart from the lesson. */
  readonly graderVersion: string;
  /** SHA-256 of what the lesson is judged by, in hex. */
  readonly lessonVersion: string;
  /** SHA-256 of the files that were judged, in hex. */
  readonly submissionHash: string;
  /** Wall time of the judgement, in whole milliseconds. */
  readonly durationMs: number;
  /** When it was judged, as ISO 8601 in UTC. A grade taken from the cache keeps its own. */
  readonly gradedAt: string;
  /** Whether the same work was judged earlier and that grade is given again. */
  readonly recalled: boolean;
  /** Absent where no run left spans. */
  readonly trace?: GradeTrace;
}

/** One folder that claims to do one lesson. Nothing in it was opened yet. */
export interface Submission {
  readonly learner: string;
  readonly lesson: LessonFolder;
  /** Absolute path of the folder that should hold the lesson's entry. It may not exist. */
  readonly directory: string;
}

/** How one submission is graded. */
export interface GradeOrder {
  /** Draws the inputs. */
  readonly seed: number;
  /** Ends all that runs; grading then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /**
   * Asked once the files were copied and hashed, before anything runs: a grade that the same work
   * got earlier, which is then given again.
   */
  readonly recall: (submissionHash: string) => Promise<Grade | undefined>;
}

/** What stands between submissions and the judge, probed and open for a whole batch. */
export interface Wall extends AsyncDisposable {
  readonly isolation: Isolation;
}
