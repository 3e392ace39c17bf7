import type { LessonVerdict, VerdictWord } from '@tracelings/lesson-kit';
import type { Look } from '../look.ts';

const marks: Record<VerdictWord, string> = {
  passed: '✓',
  'not-yet': '✗',
  'could-not-run': '!',
  'environment-missing': '!',
};

const standings: Record<VerdictWord, (verdict: LessonVerdict) => string> = {
  passed: () => 'done',
  'not-yet': ({ checks }) => checks.find(({ verdict }) => verdict === 'not-yet')?.title ?? '',
  'could-not-run': () => 'could not run',
  'environment-missing': () => 'not counted: this machine lacks something',
};

/** One lesson in one line, for when several are checked. */
export function summaryLine(verdict: LessonVerdict, look: Look): string {
  const points = `${verdict.points}/${verdict.maxPoints}`.padStart(8);
  const standing = standings[verdict.verdict](verdict);
  const line = `${marks[verdict.verdict]} ${verdict.lesson.padEnd(24)}${points}  ${standing}`;
  return look.paint(verdict.verdict === 'passed' ? 'good' : 'bad', line);
}
