import { SubjectError, judge, openSubject, remarksOf } from '@tracelings/lesson-kit';
import type {
  CheckVerdict,
  Judgement,
  LessonFolder,
  LessonVerdict,
  Source,
  WaitingProcess,
} from '@tracelings/lesson-kit';
import { type Recording, recordingOf, shownScenario } from './recording.ts';
import { withheldVerdict } from './withheld-verdict.ts';

export interface Judging {
  readonly lesson: LessonFolder;
  /** The folder to judge, absolute. */
  readonly directory: string;
  readonly source: Source;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** The check that failed last: what it needs runs first. */
  readonly upTo?: string;
  /** Told the first check that fails, when others were not asked yet. */
  readonly onFailure?: (first: CheckVerdict) => void;
  /** Where a process comes from that has loaded everything and waits. */
  readonly process?: (scenario: string) => WaitingProcess;
}

/** What the learner's program wrote. For people; nothing is read out of it. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** A verdict, and what people want to know of the run that its first failing check looked at. */
export interface Judged {
  readonly verdict: LessonVerdict;
  readonly remarks: readonly string[];
  readonly printed: Printed;
  /** What the runs left; absent where none was made. */
  readonly recording?: Recording;
  /** All of it, for those who show more than a screen does. */
  readonly judgement?: Judgement;
}

/** Judges a folder. One that cannot be opened gets a verdict too: `could-not-run`, with the reason. */
export async function judgeFolder(judging: Judging): Promise<Judged> {
  const { lesson, directory, source, seed } = judging;
  try {
    await using subject = await openSubject(lesson, directory);
    return withRun(judging, await judge({ ...judging, subject }));
  } catch (error) {
    if (!(error instanceof SubjectError)) throw error;
    const withheld = { source: source.kind, seed, verdict: 'could-not-run' } as const;
    return withoutRun(withheldVerdict(lesson, withheld, error.message));
  }
}

/** For a verdict that came about without running anything. */
export function withoutRun(verdict: LessonVerdict): Judged {
  return { verdict, remarks: [], printed: { stdout: '', stderr: '' } };
}

function withRun({ lesson, directory }: Judging, judgement: Judgement): Judged {
  const { verdict, runs } = judgement;
  const evidence = runs.get(shownScenario(lesson, verdict))?.evidence;
  if (evidence === undefined) return withoutRun(verdict);
  const remarks = remarksOf(evidence, lesson.manifest.entry);
  const recording = recordingOf({ lesson, directory, judgement });
  return { verdict, remarks, printed: evidence.output, recording, judgement };
}
