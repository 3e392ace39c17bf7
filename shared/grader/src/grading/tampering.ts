import type { Evidence, Judgement } from '@tracelings/lesson-kit';

/**
 * Why nothing of a work counts that has misled its judge in one of its runs; `undefined` for every
 * honest work, right or wrong. A run that was tampered with says nothing, and neither do the others
 * of a program that does so.
 */
export function tamperingIn({ runs }: Judgement): string | undefined {
  const evidence = [...runs.values()].map((run) => run.evidence);
  if (evidence.some(({ ending }) => ending.kind === 'tampered')) return WRITTEN;
  const unstarted = evidence.flatMap(deliveredUnstarted);
  return unstarted.length > 0 ? UNSTARTED : undefined;
}

const WRITTEN =
  'The program wrote into the file descriptor that its run is recorded through (3), so nothing of ' +
  'it counts.\nWrite only to what the program has opened.';

const UNSTARTED =
  'The program delivered spans that no tracer has started, so nothing of it counts.\n' +
  'Start each span with a tracer, and let the span processor deliver it.';

/** What reaches an exporter without a tracer ever having started it was made by hand. */
function deliveredUnstarted({ started, exported }: Evidence): readonly string[] {
  const known = new Set(started.map(keyOf));
  return exported.map(keyOf).filter((key) => !known.has(key));
}

function keyOf({ traceId, spanId }: Evidence['started'][number]): string {
  return `${traceId}:${spanId}`;
}
