const MEBIBYTE = 1024 * 1024;

/** What a process of a submission and all that it starts may take. */
export interface Limits {
  readonly memoryBytes: number;
  /** Processes and threads; Node alone has about ten. */
  readonly tasks: number;
  /** Processor time, counted for each process by itself. Whole. */
  readonly cpuSeconds: number;
  /** Wall time beyond a scenario's own limit, so that a busy machine costs nobody points. */
  readonly patienceMs: number;
  readonly openFiles: number;
  /** Of a single file, and of the whole folder for temporary ones. */
  readonly fileBytes: number;
}

/** Honest programs take a tenth of it. */
export const usualLimits: Limits = {
  memoryBytes: 512 * MEBIBYTE,
  tasks: 64,
  cpuSeconds: 10,
  patienceMs: 10_000,
  openFiles: 256,
  fileBytes: 16 * MEBIBYTE,
};
