import { readablePath } from '@tracelings/lesson-kit';
import type { Judgement, LessonFolder, LessonVerdict } from '@tracelings/lesson-kit';
import { type OtlpJson, toOtlp } from '@tracelings/trace-shape';

/** The spans that a check's runs left, and what the check said of them. */
export interface Recording {
  readonly lesson: string;
  /** The folder that was judged, as people read it. */
  readonly subject: string;
  readonly source: LessonVerdict['source'];
  readonly seed: number;
  /** The scenario of the check that failed first; of the first check where none did. */
  readonly shown: string;
  /** By scenario. A span that never ended has no end time. */
  readonly runs: Readonly<Record<string, OtlpJson>>;
  readonly failing?: Failing;
}

export interface Failing {
  readonly title: string;
  readonly message: string;
  /** The one span that the message is about, where it is about one. */
  readonly span?: { readonly traceId: string; readonly spanId: string };
}

interface Recorded {
  readonly lesson: LessonFolder;
  readonly directory: string;
  readonly judgement: Judgement;
}

export function recordingOf({ lesson, directory, judgement }: Recorded): Recording {
  const { verdict, runs } = judgement;
  const failing = failingOf(judgement);
  return {
    lesson: lesson.id,
    subject: readablePath(directory),
    source: verdict.source,
    seed: verdict.seed,
    shown: shownScenario(lesson, verdict),
    runs: Object.fromEntries([...runs].map(([name, { trace }]) => [name, toOtlp(trace.spans)])),
    ...(failing && { failing }),
  };
}

/** The scenario whose run people want to see. */
export function shownScenario(lesson: LessonFolder, verdict: LessonVerdict): string {
  const { checks } = lesson.manifest;
  const failing = verdict.checks.find((check) => check.verdict !== 'passed')?.id;
  return (checks.find((check) => check.id === failing) ?? checks[0])?.scenario ?? '';
}

function failingOf({ verdict, failure }: Judgement): Failing | undefined {
  const check = verdict.checks.find((each) => each.verdict === 'not-yet');
  if (check === undefined) return undefined;
  const [span] = failure?.spans ?? [];
  return {
    title: check.title,
    message: check.message,
    ...(span && { span: { traceId: span.traceId, spanId: span.spanId } }),
  };
}
