import type { Recording } from '../lesson/recording.ts';

export function keptTitle({ subject, source, seed, runs }: Recording, scenario: string): string {
  const from = `from ${source === 'jaeger' ? 'Jaeger' : 'memory'}, seed ${seed}`;
  const others = Object.keys(runs).filter((name) => name !== scenario);
  const rest = others.length === 0 ? '' : `  (others: ${others.join(', ')})`;
  return `${subject} · run "${scenario}", ${from}${rest}`;
}
