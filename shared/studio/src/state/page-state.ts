import type { Change } from '../picture/changes.ts';
import type {
  ExplanationSnapshot,
  HintsSnapshot,
  LessonSnapshot,
  RunSnapshot,
  Snapshot,
  VerdictSnapshot,
  VerdictWord,
} from '../snapshot.ts';
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

/** A snapshot, with its prose as HTML and its traces as pictures that are had by name. */
export interface WatchedState extends Pick<
  Snapshot,
  'phase' | 'lessons' | 'places' | 'early' | 'shown' | 'next' | 'reply' | 'jaeger'
> {
  readonly lesson: LessonState;
  readonly verdict?: VerdictState;
  readonly runs: readonly RunState[];
  readonly hints?: HintsState;
}

interface LessonState extends Omit<LessonSnapshot, 'text'> {
  readonly text: OwnHtml;
}

export interface VerdictState extends Omit<VerdictSnapshot, 'verdict'> {
  readonly word: VerdictWord;
  readonly explanation?: ExplanationState;
}

export interface ExplanationState extends Pick<
  ExplanationSnapshot,
  'sought' | 'found' | 'because' | 'next'
> {
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

export interface RunState extends Omit<RunSnapshot, 'spans'> {
  /** Names under which the pictures can be had. */
  readonly picture: string;
  readonly before?: string;
  readonly changes: readonly Change[];
  readonly spans: number;
}

export interface HintsState extends Omit<HintsSnapshot, 'read'> {
  readonly read: readonly OwnHtml[];
}
