import type { CheckVerdict, LessonFolder } from '@tracelings/lesson-kit';
import type { Action } from '../action/action.ts';
import type { Hint } from '../lesson/hint.ts';
import { failingCheck } from '../lesson/failing-check.ts';
import type { Judged } from '../lesson/judging.ts';
import type { Todo } from '../lesson/todo.ts';
import type { LessonList } from './lesson-list.ts';
import type { Page } from './page.ts';
import type { RecheckView } from './recheck-view.ts';

export type View = Page | LessonList | RecheckView;

export interface Question {
  readonly text: string;
  readonly yes: Action;
}

/** Everything the watched lesson's screen is drawn from. */
export interface Watching {
  readonly lesson: LessonFolder;
  readonly phase: 'checking' | 'checked' | 'gone';
  /** The last verdict; stays on the screen while the next one is made. */
  readonly judged?: Judged;
  /** The first check that fails this time, while those after it were not all asked yet. */
  readonly early?: CheckVerdict | undefined;
  readonly todos: readonly Todo[];
  readonly copied: boolean;
  /** An update has changed the starter since the copy was made. */
  readonly starterChanged?: boolean;
  /** What was asked for last; shown while its check is the one that fails. */
  readonly hint?: Hint | undefined;
  /** What came of the last key, when that needs a sentence. */
  readonly reply?: string | undefined;
  /** A key has changed the files, so what it replied is no old story at the next change. */
  readonly hasChangedFiles?: boolean;
  /** What is asked before something is done; `y` does it, any other key does not. */
  readonly question?: Question | undefined;
  /** What is in front of the lesson until it is closed. */
  readonly view?: View | undefined;
  readonly hasAskedForSolution?: boolean;
  /** What was asked for before there was a verdict, and is done once there is one. */
  readonly awaited?: Action | undefined;
  /** The lesson to go on with; none once every lesson is done. */
  readonly next?: LessonFolder | undefined;
  readonly notices: readonly string[];
  readonly hasKeys: boolean;
  /** Where the same can be seen in a browser. */
  readonly page?: string;
}

/** A lesson that passes can be left for the next one; before that, nothing moves on. */
export function isDone({ phase, judged }: Watching): boolean {
  return phase === 'checked' && judged?.verdict.verdict === 'passed';
}

/** Nothing is left to do but to look back. */
export function isLast(watching: Watching): boolean {
  return isDone(watching) && watching.next === undefined;
}

/** The hint on the screen is the last one for the check that fails. */
export function hasLastHint(watching: Watching): boolean {
  const { hint } = watching;
  return hint !== undefined && hint.check === failingOf(watching) && hint.level === hint.levels;
}

/** The check that the keys are about; there is none before the first verdict. */
export function failingOf({ early, judged }: Watching): string | undefined {
  return early?.id ?? (judged && failingCheck(judged.verdict)?.id);
}
