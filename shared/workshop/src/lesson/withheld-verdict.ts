import type { LessonFolder, LessonVerdict } from '@tracelings/lesson-kit';

interface Withheld {
  readonly source: LessonVerdict['source'];
  readonly seed: number;
  readonly verdict: 'could-not-run' | 'environment-missing';
}

/** A verdict where nothing could be judged: no check is asked, and the first one carries the reason. */
export function withheldVerdict(
  lesson: LessonFolder,
  { source, seed, verdict }: Withheld,
  reason: string,
): LessonVerdict {
  const checks = lesson.manifest.checks.map(({ id, title, points }, index) => ({
    id,
    title,
    verdict,
    points: 0,
    maxPoints: points,
    message: index === 0 ? reason : '',
  }));
  const maxPoints = checks.reduce((sum, check) => sum + check.maxPoints, 0);
  return {
    version: 1,
    lesson: lesson.id,
    source,
    seed,
    verdict,
    points: 0,
    maxPoints,
    durationMs: 0,
    checks,
  };
}
