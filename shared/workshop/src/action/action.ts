import type { Look } from '../look.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import type { Watching } from '../watch/watching.ts';

/** What a key may use besides what is on the screen. */
interface Tools {
  readonly notes: ProgressFile;
  readonly look: Look;
  /** Hands the terminal to another program for as long as that runs. */
  readonly lend: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Draws the inputs of this sitting. */
  readonly seed: number;
  /** Aborted when the lesson is left or its files change: what is still under way is out of date. */
  readonly signal: AbortSignal;
  /** Shows something before the action is done, from what is on the screen then. */
  readonly tell: (change: (now: Watching) => Partial<Watching>) => void;
}

/** What a key does: from what is on the screen to what is new on it. */
export type Action = (watching: Watching, tools: Tools) => Promise<Partial<Watching>>;
