import type { Launcher, LessonFolder } from '@tracelings/lesson-kit';
import type { Wall } from '../grade.ts';

/** What is put behind a wall. */
export interface EnclosureOrder {
  readonly lesson: LessonFolder;
  /** A folder of ours that holds the sources; only trusted code was let write in it. */
  readonly submission: string;
  /** Trusted code may leave what Node compiled of it to those who come after. */
  readonly isTrusted?: boolean;
  /** The types are gone from the sources already. */
  readonly isPlain?: boolean;
}

/** One submission behind the wall. Once it is disposed of, nothing of it is left. */
export interface Enclosure extends AsyncDisposable {
  /** Where the lesson is, as a process inside sees it. */
  readonly lesson: string;
  /** Where the submission is, as a process inside sees it. */
  readonly submission: string;
  /** Starts the processes of a scenario. Those of one scenario can talk to each other. */
  launcherOf(scenario: string): Launcher;
}

/** A wall that submissions can be put behind, many at a time. */
export interface SubmissionWall extends Wall {
  enclose(order: EnclosureOrder): Promise<Enclosure>;
}
