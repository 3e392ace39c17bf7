/** Where a process appends its evidence. Beside the usual three, opened by the judge. */
export const EVIDENCE_DESCRIPTOR = 3;

/**
 * The channel to the judge: the job comes in, a service's address goes out, and its closing means
 * stop. Not standard input, which every `import 'node:process'` makes unfit for blocking reads.
 */
export const CONTROL_DESCRIPTOR = 4;

/** How a process ends that can leave no more evidence. */
export const LOST_EVIDENCE_CODE = 97;
