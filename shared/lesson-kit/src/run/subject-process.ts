import type { Duplex, Readable } from 'node:stream';

/** How a process ended: by a code or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process for one run, wherever it lives. Nothing that comes out of it is trusted. */
export interface SubjectProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** What it appends comes out here and can neither be taken back nor be read by it. */
  readonly evidence: Readable;
  /** The job goes in, a service's address comes out, and its end means stop. */
  readonly control: Duplex;
  /** Resolves once it has ended, also when it could never be started. Never rejects. */
  readonly exit: Promise<Exit>;
  /** Its number on this machine, and that of its group, where it has one. */
  readonly pid: number | undefined;
  /** What it may take beyond a scenario's own time limit, in milliseconds. */
  readonly patienceMs: number;
  /** Whether it stands still for a moment after its last word, so that nobody waits for its end. */
  readonly lingers?: boolean;
  /** What it holds in memory, in bytes; 0 where somebody else watches over it. */
  memory(): number;
  /** Ends it and all that it has started. Does nothing once it has ended. */
  kill(): void;
  /**
   * Ends what it has left behind, and tells whether there was anything. For once it has ended, or
   * lingers.
   */
  endLeftovers(): boolean;
}

/** Starts a process for one run; a fresh one each time it is called. */
export type Launcher = () => SubjectProcess;
