/** Something an author has to mend before a lesson is proved. */
export interface Complaint {
  /** Relative to the repository. */
  readonly file: string;
  /** What is wrong, and how to mend it. */
  readonly message: string;
}
