import { AlwaysOnSampler, type Sampler } from '@opentelemetry/sdk-trace';

/** Decides which traces are kept. Each service of the shop has one of these. */
export function createSampler(): Sampler {
  // TODO 1: Keep one trace in ten, every refund, and no health check, unless a caller has decided.
  return new AlwaysOnSampler();
}
