import type { Json } from '../lesson/scenario.ts';
import type { UnreadLine } from './evidence-line.ts';
import type { Moment } from './evidence.ts';

const COUNTED = { start: 'started', end: 'ended', export: 'exported' } as const;

/** Counts the spans before each observation; the lines are in the order in which things happened. */
export function momentsIn(
  lines: readonly UnreadLine[],
  readValue: (value: unknown) => Json,
): readonly Moment[] {
  const counts = { started: 0, ended: 0, exported: 0 };
  const moments: Moment[] = [];
  for (const line of lines) {
    if (line.t === 'start' || line.t === 'end' || line.t === 'export') {
      counts[COUNTED[line.t]] += 1;
    } else if (line.t === 'observe' && typeof line['name'] === 'string') {
      moments.push({ name: line['name'], value: readValue(line['value']), ...counts });
    }
  }
  return moments;
}
