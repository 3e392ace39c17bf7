import type { ProgressFile } from '../state/progress-file.ts';
import type { Watching } from '../watch/watching.ts';

/** What a key may use besides what is on the screen. */
interface Tools {
  readonly notes: ProgressFile;
}

/** What a key does: from what is on the screen to what is new on it. */
export type Action = (watching: Watching, tools: Tools) => Promise<Partial<Watching>>;
