import { setTimeout as sleep } from 'node:timers/promises';
import { JaegerLookupError } from './jaeger-lookup-error.ts';
import { countSpans, member, parseJson, parseTraceAnswer } from './otlp-trace.ts';
import type { OtlpTrace } from './otlp-trace.ts';
import type { TraceOptions } from './running-jaeger.ts';

const pollEveryMs = 15;

/** Says how the Jaeger behind a look-up ended, or undefined while it runs or nobody knows. */
export type PostMortem = () => Promise<string | undefined>;

interface Lookup {
  readonly queryUrl: string;
  readonly tracesUrl: string;
  readonly traceId: string;
  readonly options: TraceOptions;
  readonly postMortem: PostMortem;
}

export async function lookUpTrace(lookup: Lookup): Promise<OtlpTrace> {
  refuseNonsense(lookup);
  const { timeoutMs = 10_000, signal } = lookup.options;
  const timeUp = AbortSignal.timeout(timeoutMs);
  const end = signal === undefined ? timeUp : AbortSignal.any([timeUp, signal]);
  let lastAnswer = 'Jaeger has not answered at all.';
  while (!end.aborted) {
    const answer = await ask(lookup, end);
    if (typeof answer !== 'string') return answer;
    if (!end.aborted) lastAnswer = answer;
    await sleep(pollEveryMs, undefined, { signal: end }).catch(() => undefined);
  }
  signal?.throwIfAborted();
  throw incomplete(lookup, timeoutMs, lastAnswer);
}

function refuseNonsense({ traceId, options }: Lookup): void {
  if (!/^(?!0+$)[0-9a-f]{32}$/i.test(traceId)) {
    throw new JaegerLookupError(
      'BAD_TRACE_ID',
      `A trace id is 32 hexadecimal digits, not all of them zero; "${traceId}" is none. Take it from span.spanContext().traceId; all zeros there mean that no SDK was registered when the span started.`,
    );
  }
  const { spans = 1 } = options;
  if (!Number.isInteger(spans) || spans < 1) {
    throw new RangeError(`Wait for a whole number of spans, 1 or more; ${spans} was asked for.`);
  }
}

// The standard adjusters would merge, reorder and rewrite spans; a reader of traces wants what was
// sent. The parameter is spelt both ways because Jaeger changed from one to the other.
async function ask(lookup: Lookup, signal: AbortSignal): Promise<OtlpTrace | string> {
  const url = `${lookup.queryUrl}/api/v3/traces/${lookup.traceId}?rawTraces=true&raw_traces=true`;
  try {
    const response = await fetch(url, { signal });
    const body = await response.text();
    return judge(lookup, response.status, body);
  } catch (error) {
    await failIfEnded(lookup, error);
    return `Jaeger could not be reached: ${reachFailure(error)}.`;
  }
}

function judge({ options }: Lookup, status: number, body: string): OtlpTrace | string {
  if (status === 404 && member(parseJson(body), 'error') !== undefined) {
    return 'Jaeger does not know the trace.';
  }
  const trace = status === 200 ? parseTraceAnswer(body) : undefined;
  if (trace === undefined) return `It answered ${status}: ${body.trim().slice(0, 300)}`;
  const count = countSpans(trace);
  return count >= (options.spans ?? 1) ? trace : `Jaeger holds ${spanCount(count)} of the trace.`;
}

async function failIfEnded({ traceId, postMortem }: Lookup, cause: unknown): Promise<void> {
  const ended = await postMortem();
  if (ended === undefined) return;
  throw new JaegerLookupError(
    'JAEGER_GONE',
    `Trace ${traceId} cannot be looked up: Jaeger has ended. ${ended}`,
    { cause },
  );
}

/** The reason is in the `cause` of what `fetch` throws, one for each address of the host. */
export function reachFailure(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reachFailure).join(', ');
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reachFailure(error.cause) : error.message;
}

function incomplete(lookup: Lookup, timeoutMs: number, lastAnswer: string): JaegerLookupError {
  const { traceId, queryUrl, tracesUrl } = lookup;
  const wanted = spanCount(lookup.options.spans ?? 1);
  return new JaegerLookupError(
    'TRACE_INCOMPLETE',
    [
      `Waited ${timeoutMs} ms for ${wanted} of trace ${traceId} in Jaeger at ${queryUrl}.`,
      `The last answer: ${lastAnswer}`,
      `Check that every span was ended, that the provider was flushed or shut down, and that the exporter posts to ${tracesUrl}.`,
    ].join('\n'),
  );
}

function spanCount(count: number): string {
  return count === 1 ? '1 span' : `${count} spans`;
}
