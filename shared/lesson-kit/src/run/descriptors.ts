/** Where a process appends its evidence. Beside the usual three, opened by the judge. */
export const EVIDENCE_DESCRIPTOR = 3;

/**
 * The channel to the judge: the job and the addresses of peers come in, a service's address goes out, and its closing means
 * stop. Not standard input, which every `import 'node:process'` makes unfit for blocking reads.
 */
export const CONTROL_DESCRIPTOR = 4;

/** How the length of what comes in is written before it, in bytes and with leading zeros. */
export const WORD_LENGTH_DIGITS = 8;

/** How a process ends that can leave no more evidence. */
export const LOST_EVIDENCE_CODE = 97;
