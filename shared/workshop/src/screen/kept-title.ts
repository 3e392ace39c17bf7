import type { KeptTrace } from '../state/kept-trace.ts';

export function keptTitle({ subject, source, seed, runs }: KeptTrace, scenario: string): string {
  const from = `from ${source === 'jaeger' ? 'Jaeger' : 'memory'}, seed ${seed}`;
  const others = Object.keys(runs).filter((name) => name !== scenario);
  const rest = others.length === 0 ? '' : `  (others: ${others.join(', ')})`;
  return `${subject} · run "${scenario}", ${from}${rest}`;
}
