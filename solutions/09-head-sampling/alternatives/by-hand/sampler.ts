import {
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type SpanKind,
} from '@opentelemetry/api';
import { SamplingDecision, type Sampler, type SamplingResult } from '@opentelemetry/sdk-trace';

/** The last 56 bits of a trace id are random. */
const RANDOM_VALUES = 2n ** 56n;

/** Decides which traces are kept. Each service of the shop has one of these. */
export function createSampler(): Sampler {
  return {
    shouldSample: decide,
    toString: () => 'ShopSampler{as the parent, or /ready=0, /refunds/:id=1, others=0.1}',
  };
}

function decide(
  context: Context,
  traceId: string,
  _name: string,
  _kind: SpanKind,
  attributes: Attributes,
): SamplingResult {
  const parent = trace.getSpanContext(context);
  const isKept =
    parent !== undefined && trace.isSpanContextValid(parent)
      ? (parent.traceFlags & TraceFlags.SAMPLED) !== 0
      : isWithin(traceId, shareOf(attributes['http.route']));
  return {
    decision: isKept ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD,
  };
}

function shareOf(route: unknown): number {
  if (route === '/ready') return 0;
  return route === '/refunds/:id' ? 1 : 0.1;
}

/** Consistent with every sampler of this kind: what a small share keeps, a larger one keeps too. */
function isWithin(traceId: string, share: number): boolean {
  const threshold = BigInt(Math.round((1 - share) * Number(RANDOM_VALUES)));
  return BigInt(`0x${traceId.slice(-14)}`) >= threshold;
}
