import {
  ParentBasedSampler,
  AlwaysOnSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace';

/** Decides which traces are kept. Each service of the shop has one of these. */
export function createSampler(): Sampler {
  const all = new AlwaysOnSampler();
  const tenth = new TraceIdRatioBasedSampler(0.1);
  const root: Sampler = {
    shouldSample: (...[context, traceId, name]) =>
      name === 'POST /refunds/:id' ? all.shouldSample() : tenth.shouldSample(context, traceId),
    toString: () => `Refunds{${all.toString()}, others=${tenth.toString()}}`,
  };
  return new ParentBasedSampler({ root });
}
