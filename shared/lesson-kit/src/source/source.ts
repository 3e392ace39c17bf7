import type { Span } from '@tracelings/trace-shape';
import type { Evidence } from '../run/evidence.ts';
import type { Job } from '../inside/job.ts';

/** Where a run's trace is read from. */
export interface Source {
  readonly kind: 'memory' | 'jaeger';
  /** Where the subject's exporter has to deliver. */
  readonly sink: Job['sink'];
  /** The exported spans of a run, once the source has all that were delivered. */
  read(evidence: Evidence, signal?: AbortSignal): Promise<readonly Span[]>;
}
