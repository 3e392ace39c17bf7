const MEBIBYTE = 1024 * 1024;

/** What a process of a submission and all that it starts may take. Honest ones take a tenth. */
export const limits = {
  memoryBytes: 512 * MEBIBYTE,
  /** Processes and threads; Node alone has about ten. */
  tasks: 64,
  /** Processor time, counted for each process by itself. */
  cpuSeconds: 10,
  /** Wall time beyond a scenario's own limit, so that a busy machine costs nobody points. */
  patienceMs: 10_000,
  openFiles: 256,
  /** Of a single file, and of the whole folder for temporary ones. */
  fileBytes: 16 * MEBIBYTE,
} as const;
