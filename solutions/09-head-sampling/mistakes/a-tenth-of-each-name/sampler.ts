import { createHash } from 'node:crypto';
import type { Attributes, Context, SpanKind } from '@opentelemetry/api';
import { SamplingDecision, type Sampler, type SamplingResult } from '@opentelemetry/sdk-trace';

/** Decides which traces are kept. Each service of the shop has one of these. */
export function createSampler(): Sampler {
  return new ShopSampler(0.1);
}

/** Keeps the same share of each kind of work. */
class ShopSampler implements Sampler {
  readonly #share: number;

  constructor(share: number) {
    this.#share = share;
  }

  shouldSample(
    _context: Context,
    traceId: string,
    name: string,
    _kind: SpanKind,
    attributes: Attributes,
  ): SamplingResult {
    const share = this.#shareOf(attributes['http.route']);
    return {
      decision:
        drawLot(`${traceId} ${name}`) < share
          ? SamplingDecision.RECORD_AND_SAMPLED
          : SamplingDecision.NOT_RECORD,
    };
  }

  toString(): string {
    return `ShopSampler{/ready=0, /refunds/:id=1, others=${this.#share}}`;
  }

  #shareOf(route: unknown): number {
    if (route === '/ready') return 0;
    return route === '/refunds/:id' ? 1 : this.#share;
  }
}

/** The same number between 0 and 1 for the same text. */
function drawLot(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
