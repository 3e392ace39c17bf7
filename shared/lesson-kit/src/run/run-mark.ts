import { randomUUID } from 'node:crypto';

/** The environment variable that every process of a run inherits, whichever group it moves to. */
export const RUN_MARK = 'TRACELINGS_RUN';

/** The beginning of every mark that this process gives. */
export const judgeMark: string = randomUUID();

let given = 0;

/** A mark that no other run has. */
export function newRunMark(): string {
  given += 1;
  return `${judgeMark}.${given}.`;
}
