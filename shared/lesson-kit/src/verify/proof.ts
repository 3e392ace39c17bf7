import type { Complaint } from './complaint.ts';

/** One thing that is proved of a lesson. No complaint means it holds. */
export interface Proof {
  /** A sentence: "the mistake never-ended fails first at ended, from memory". */
  readonly title: string;
  run(signal?: AbortSignal): Promise<Complaint[]>;
}
