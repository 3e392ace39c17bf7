import { type OtlpJson, Trace, parseOtlp, toOtlp } from '@tracelings/trace-shape';
import { UsageError } from '../usage-error.ts';

export interface Forwarded {
  /** The traces that were sent, by their ids. */
  readonly traceIds: readonly string[];
  /** Spans that never ended: no program would have sent them, so they are held back here too. */
  readonly heldBack: number;
}

const atMostMs = 10_000;

/**
 * Sends a run's ended spans to a Jaeger.
 *
 * @throws {UsageError} when it does not take them
 */
export async function forward(run: OtlpJson, tracesUrl: string): Promise<Forwarded> {
  const { spans, open } = parseOtlp(run);
  const ended = new Trace(spans.filter((span) => !open.includes(span)));
  const forwarded = { traceIds: ended.traceIds, heldBack: open.length };
  if (ended.isEmpty) return forwarded;
  const response = await fetch(tracesUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(toOtlp(ended.spans)),
    signal: AbortSignal.timeout(atMostMs),
  });
  if (response.ok) return forwarded;
  throw new UsageError(
    `Jaeger did not take the trace: it answered ${response.status} ${await response.text()}`,
  );
}
