/** Why the judge ended a process before it went away by itself. */
export type Cut =
  | {
      readonly kind: 'timed-out';
      readonly limitMs: number;
      /** Set when it was a service that did not stop when it was asked to. */
      readonly isStopping?: true;
    }
  | {
      readonly kind: 'flooded';
      readonly what: 'output' | 'evidence' | 'memory';
      readonly limitBytes: number;
    };

/** All that a process left, before anything in it is believed. */
export interface Remains {
  /** The recorder's lines, JSON each. */
  readonly lines: readonly string[];
  /** Whether anything else was written where only the recorder writes. */
  readonly isTampered: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly cut?: Cut;
  readonly leftProcesses: boolean;
}
