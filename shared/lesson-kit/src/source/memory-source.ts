import type { Source } from './source.ts';

/** Reads the spans that the exporter inside the subject's process delivered. Needs nothing else. */
export function memorySource(): Source {
  return {
    kind: 'memory',
    sink: { kind: 'memory' },
    read: (evidence) => Promise.resolve(evidence.exported),
  };
}
