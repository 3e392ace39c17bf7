import type { Change } from '../picture/changes.ts';
import type { CheckSnapshot, LessonEntry, Snapshot, VerdictWord } from '../snapshot.ts';
import type { RoomState } from './room-state.ts';

/** HTML that was made from the project's own Markdown. Nothing else may be shown as HTML. */
export interface OwnHtml {
  readonly html: string;
}

/** What a tab is sent whenever something changed: all that it shows but the pictures. */
export interface PageState {
  /** Another one means that the page's own files have changed. */
  readonly build: string;
  /** To be sent along with what changes state. */
  readonly token: string;
  /** Absent until the command has opened a lesson. */
  readonly watched?: WatchedState;
  /** A class instead of a lesson. */
  readonly room?: RoomState;
}

export interface WatchedState {
  readonly phase: Snapshot['phase'];
  readonly lesson: LessonState;
  readonly lessons: readonly LessonEntry[];
  readonly places: readonly string[];
  readonly verdict?: VerdictState;
  /** Newer than the verdict, which was whole. */
  readonly early?: CheckSnapshot;
  readonly runs: readonly RunState[];
  readonly shown: string;
  readonly hints?: HintsState;
  readonly next?: { readonly id: string; readonly title: string };
  readonly reply?: string;
  readonly jaeger?: string;
}

interface LessonState {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly minutes: number;
  readonly learned: string;
  readonly text: OwnHtml;
}

export interface VerdictState {
  readonly word: VerdictWord;
  readonly source: 'memory' | 'jaeger';
  readonly seed: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly durationMs: number;
  readonly checks: readonly CheckSnapshot[];
  readonly explanation?: ExplanationState;
}

export interface ExplanationState {
  readonly sought: string;
  readonly found: string;
  readonly because?: string;
  readonly next?: string;
  /** The tree that was meant: as data, or as a drawing where a check draws its own. */
  readonly tree?: readonly ExpectedState[];
  readonly drawing?: string;
}

export interface ExpectedState {
  readonly name: string;
  readonly facts: readonly string[];
  readonly state: 'found' | 'differs' | 'moved' | 'missing';
  readonly children: readonly ExpectedState[];
}

export interface RunState {
  readonly scenario: string;
  /** Names under which the pictures can be had. */
  readonly picture: string;
  readonly before?: string;
  readonly changes: readonly Change[];
  readonly spans: number;
  readonly output: { readonly stdout: string; readonly stderr: string };
  readonly remarks: readonly string[];
}

export interface HintsState {
  readonly check: string;
  readonly read: readonly OwnHtml[];
  readonly levels: number;
}
