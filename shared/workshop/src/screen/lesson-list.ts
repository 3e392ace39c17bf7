import { cut } from '@tracelings/trace-shape/text';
import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Look } from '../look.ts';
import type { Progress } from '../state/progress.ts';

/** Every lesson with how far it has come. The current one is pointed at. */
export function lessonListScreen(
  lessons: readonly LessonFolder[],
  progress: Progress,
  look: Look,
): string {
  const current = progress.lesson ?? lessons[0]?.id;
  const idColumns = Math.max(0, ...lessons.map((lesson) => lesson.id.length));
  const lines = lessons.map((lesson) => {
    const pointer = lesson.id === current ? '▸' : ' ';
    const name = `${pointer} ${lesson.id.padEnd(idColumns)}`;
    const line = lineThatFits(name, lesson, standing(lesson, progress), look);
    return paintLine(line, lesson, progress, current, look);
  });
  return [...lines, '', summary(lessons, progress)].join('\n');
}

/** How long a lesson takes matters less than how far one has come. */
function lineThatFits(name: string, { manifest }: LessonFolder, far: string, look: Look): string {
  const minutes = `${manifest.minutes} min`.padStart(6);
  const whole = `${name} ${minutes}  ${far}`;
  return whole.length <= look.columns ? whole : cut(`${name}  ${far}`, look.columns);
}

function standing(lesson: LessonFolder, progress: Progress): string {
  if (progress.done.includes(lesson.id)) return '✓ done';
  const passed = progress.checks[lesson.id];
  if (passed === undefined) return 'not opened yet';
  const known = lesson.manifest.checks.filter((check) => passed.includes(check.id));
  return `${known.length} of ${lesson.manifest.checks.length} checks pass`;
}

function paintLine(
  line: string,
  lesson: LessonFolder,
  progress: Progress,
  current: string | undefined,
  look: Look,
): string {
  if (progress.done.includes(lesson.id)) return look.paint('good', line);
  return lesson.id === current ? look.paint('strong', line) : line;
}

function summary(lessons: readonly LessonFolder[], progress: Progress): string {
  const done = lessons.filter((lesson) => progress.done.includes(lesson.id)).length;
  return `${done} of ${lessons.length} lessons done.`;
}
