import type { Span } from '@tracelings/trace-shape';
import type { Evidence } from '../../src/index.ts';

/** The names in each of the lists of spans. */
export function listsOf({ started, ended, exported, open }: Evidence): Record<string, string[]> {
  return {
    started: namesOf(started),
    ended: namesOf(ended),
    exported: namesOf(exported),
    open: namesOf(open),
  };
}

/** What {@link listsOf} gives for one span named `bill`, by what became of it. */
export const delivered = { started: ['bill'], ended: ['bill'], exported: ['bill'], open: [] };
export const lost = { ...delivered, exported: [] };
export const leaked = { started: ['bill'], ended: [], exported: [], open: ['bill'] };

function namesOf(spans: readonly Span[]): string[] {
  return spans.map((span) => span.name);
}
