/** What the command ends with. */
export const gradeExitCodes = {
  /** Every submission was graded, whatever it got. */
  graded: 0,
  /** The grader failed on some, or was stopped. */
  incomplete: 1,
  /** Nothing on this machine could stand between a submission and the judge. */
  environmentMissing: 3,
} as const;
