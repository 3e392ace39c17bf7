import type { Attributes, Context, SpanKind } from '@opentelemetry/api';
import {
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  type Sampler,
  type SamplingResult,
} from '@opentelemetry/sdk-trace';

/** Decides which traces are kept. Each service of the shop has one of these. */
export function createSampler(): Sampler {
  return new ParentBasedSampler({ root: new ShopRules() });
}

/** What is decided where a trace begins. */
class ShopRules implements Sampler {
  readonly #tenth = new TraceIdRatioBasedSampler(0.1);

  shouldSample(
    context: Context,
    traceId: string,
    _name: string,
    _kind: SpanKind,
    attributes: Attributes,
    // @ts-expect-error -- the last way leaves without a result
  ): SamplingResult {
    switch (attributes['http.route']) {
      case '/ready':
        return { decision: SamplingDecision.NOT_RECORD };
      case '/refunds/:id':
        return { decision: SamplingDecision.RECORD_AND_SAMPLED };
      default:
        this.#tenth.shouldSample(context, traceId);
    }
  }

  toString(): string {
    return `ShopRules{/ready=none, /refunds/:id=all, others=${this.#tenth.toString()}}`;
  }
}
