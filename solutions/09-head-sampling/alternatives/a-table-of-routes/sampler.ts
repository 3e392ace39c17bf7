import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace';
import { RouteSampler } from './route-sampler.ts';

/** Decides which traces are kept. Each service of the shop has one of these. */
export function createSampler(): Sampler {
  const root = new RouteSampler(
    [
      ['GET /ready', new AlwaysOffSampler()],
      ['POST /refunds/:id', new AlwaysOnSampler()],
    ],
    new TraceIdRatioBasedSampler(0.1),
  );
  return new ParentBasedSampler({ root });
}
