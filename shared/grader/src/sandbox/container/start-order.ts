/** What the keeper is told of a process to start. */
export interface StartOrder {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Whose it is: a number that no other process has, so that it can touch none of them. */
  readonly user: number;
  readonly cpuSeconds: number;
}

/** How it ended, and whether anything that it had started was still there. */
export interface ExitNotice {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly hadLeftovers: boolean;
}
