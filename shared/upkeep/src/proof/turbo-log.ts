/** One line of what `turbo run --json` prints. */
export interface TurboLogLine {
  /** A task's id, as `@tracelings/jaeger#test`, or `turbo`. */
  readonly source: string;
  readonly text: string;
  readonly startsTask: boolean;
  readonly replaysTask: boolean;
}

/** Undefined for what is no message of turbo's: it may print a warning among them. */
export function parseLogLine(line: string): TurboLogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  const message: unknown = JSON.parse(line);
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('source' in message) || !('text' in message)) return undefined;
  const { source, text } = message;
  if (typeof source !== 'string' || typeof text !== 'string') return undefined;
  return {
    source,
    text,
    startsTask: /^cache (miss|bypass), (force )?executing [0-9a-f]+$/.test(text),
    replaysTask: /^cache hit(, replaying logs| \(outputs already on disk\)).*[0-9a-f]+$/.test(text),
  };
}
