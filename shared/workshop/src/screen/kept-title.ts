import type { Recording } from '../lesson/recording.ts';

type Kept = Pick<Recording, 'subject' | 'source' | 'seed'>;

export function keptTitle({ subject, source, seed }: Kept, scenario: string): string {
  const from = `from ${source === 'jaeger' ? 'Jaeger' : 'memory'}, seed ${seed}`;
  return `${subject} · run "${scenario}", ${from}`;
}

interface RunsOfLesson {
  readonly lesson: string;
  readonly runs: Readonly<Record<string, unknown>>;
}

/** The other runs of the lesson, and how to see them. Empty where there was one. */
export function otherRunsLine({ lesson, runs }: RunsOfLesson, scenario: string): string {
  const others = Object.keys(runs).filter((name) => name !== scenario);
  if (others.length === 0) return '';
  const number = lesson.split('-', 1)[0];
  return `Other runs: ${others.join(', ')} (npm run trace -- ${number} --scenario ${others[0]})`;
}
