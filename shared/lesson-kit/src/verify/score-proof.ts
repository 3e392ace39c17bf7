import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';
import { scoreRemarks } from './instrumentation-score.ts';
import { solutionRuns } from './solution-runs.ts';

/** The solution emits nothing that the instrumentation score would count against it. */
export async function proveScore(lesson: LessonFolder, signal?: AbortSignal): Promise<Complaint[]> {
  const file = readablePath(join(lesson.solution, 'src'));
  const runs = await solutionRuns(lesson, signal);
  return [...runs].flatMap(([scenario, { trace }]) =>
    scoreRemarks(trace).map((remark) => ({
      file,
      message: `in the scenario "${scenario}" it ${remark}`,
    })),
  );
}
