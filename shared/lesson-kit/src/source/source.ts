import type { Span } from '@tracelings/trace-shape';
import type { Evidence } from '../run/evidence.ts';
import type { Job } from '../inside/job.ts';

/** Where a run's trace is read from. Checks do not know which one it was. */
export interface Source {
  /** As verdicts name it. */
  readonly kind: 'memory' | 'jaeger';
  /** Where the subject's exporter has to deliver. */
  readonly sink: Job['sink'];
  /** The exported spans of a run, once the source has all that were delivered. */
  read(evidence: Evidence, signal?: AbortSignal): Promise<readonly Span[]>;
}
