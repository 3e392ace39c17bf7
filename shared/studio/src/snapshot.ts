import type { Overlay, Span } from '@tracelings/trace-shape';

/** As `LessonVerdict` and its parts have it; the page reads no more of it than this. */
export interface VerdictSnapshot {
  readonly verdict: VerdictWord;
  readonly source: 'memory' | 'jaeger';
  readonly seed: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly durationMs: number;
  readonly checks: readonly CheckSnapshot[];
}

export type VerdictWord = 'passed' | 'not-yet' | 'could-not-run' | 'environment-missing';

export interface CheckSnapshot {
  readonly id: string;
  readonly title: string;
  readonly verdict: VerdictWord;
  readonly points: number;
  readonly maxPoints: number;
  readonly message: string;
}

/** What the first failing check said, in its parts. */
export interface ExplanationSnapshot {
  readonly sought: string;
  readonly found: string;
  readonly because?: string;
  readonly next?: string;
  /** The trees as drawings in text. */
  readonly expected?: string;
  readonly actual?: string;
  /** The spans spoken of, the guilty one first. */
  readonly spans: readonly SpanIds[];
  /** The expected tree laid over the trace of the scenario shown first. */
  readonly overlay?: Overlay;
}

export interface SpanIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** One scenario's run. Whatever is text in it may be any text: a program wrote it. */
export interface RunSnapshot {
  readonly scenario: string;
  /** Exported spans, and those that were left open. */
  readonly spans: readonly Span[];
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Sentences: how it left early, what it left open, what OpenTelemetry complained of. */
  readonly remarks: readonly string[];
}

export interface LessonSnapshot {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly minutes: number;
  /** What stays, for the moment of success. */
  readonly learned: string;
  /** Its README, in Markdown. */
  readonly text: string;
}

/** A lesson in the list of all. */
export interface LessonEntry {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly isDone: boolean;
  /** Of `checks`; absent before it was opened. */
  readonly passed?: number;
  readonly checks: number;
}

/** The hints that were read for the failing check. */
export interface HintsSnapshot {
  readonly check: string;
  /** Markdown, in their order; the last one read is the last one here. */
  readonly read: readonly string[];
  /** How many there are. */
  readonly levels: number;
}

/**
 * Everything the page shows of a watched lesson at one moment. Plain data, handed over whole: the
 * page asks the command for nothing.
 */
export interface Snapshot {
  /** `gone`: the learner's folder is not there any more. */
  readonly phase: 'checking' | 'checked' | 'gone';
  readonly lesson: LessonSnapshot;
  readonly lessons: readonly LessonEntry[];
  /** Where the learner edits, as `lessons/01-first-span/src/main.ts:12`. */
  readonly places: readonly string[];
  /** Absent before the first verdict. */
  readonly verdict?: VerdictSnapshot;
  /** The first check that fails this time, while those after it were not all asked yet. */
  readonly early?: CheckSnapshot;
  readonly explanation?: ExplanationSnapshot;
  readonly runs: readonly RunSnapshot[];
  /** The scenario that the first failing check looked at. */
  readonly shown: string;
  readonly hints?: HintsSnapshot;
  /** The lesson to go on with, once this one passes. */
  readonly next?: { readonly id: string; readonly title: string };
  /** What came of the last action, when that needs a sentence. */
  readonly reply?: string;
  /** Where a Jaeger has the same traces: its page, to which `/trace/<id>` is added. */
  readonly jaeger?: string;
}

/** What a learner may ask the command for on the page. */
export type StudioRequest =
  | { readonly action: 'hint' }
  /** The starter back; the edits are kept aside. */
  | { readonly action: 'reset' }
  | { readonly action: 'open'; readonly lesson: string };
