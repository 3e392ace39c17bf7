import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { memorySource } from '../source/memory-source.ts';
import { openSubject } from '../subject/subject.ts';
import { judge } from '../verdict/judge.ts';
import type { Complaint } from './complaint.ts';
import { scoreRemarks } from './instrumentation-score.ts';

/** The solution emits nothing that the instrumentation score would count against it. */
export async function proveScore(lesson: LessonFolder, signal?: AbortSignal): Promise<Complaint[]> {
  const directory = join(lesson.solution, 'src');
  await using subject = await openSubject(lesson, directory);
  const order = { lesson, subject, source: memorySource(), seed: 1, ...(signal && { signal }) };
  const { runs } = await judge(order);
  return [...runs].flatMap(([scenario, { trace }]) =>
    scoreRemarks(trace).map((remark) => ({
      file: readablePath(directory),
      message: `in the scenario "${scenario}" it ${remark}`,
    })),
  );
}
