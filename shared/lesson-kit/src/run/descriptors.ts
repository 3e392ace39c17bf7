/** The file descriptors that the judge opens for each process, beside the usual three. */
export const EVIDENCE_DESCRIPTOR = 3;
export const CONTROL_DESCRIPTOR = 4;
