import type { LessonFolder } from '@tracelings/lesson-kit';
import { keepTrace } from '../state/kept-trace.ts';
import { withVerdict } from '../state/progress.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { finishSwap } from './folder-swap.ts';
import { type Judged, judgeFolder } from './judging.ts';
import { isDirectory } from './learner-copy.ts';
import { drawSeed } from './seed.ts';
import { openMemory } from './trace-source.ts';

/** Judges the learner's copy from memory and notes the verdict; before there is one, the starter. */
export async function judgeOwn(
  lesson: LessonFolder,
  notes: ProgressFile,
  signal: AbortSignal,
): Promise<Judged> {
  await finishSwap(lesson);
  const opened = await isDirectory(lesson.src);
  await using memory = openMemory();
  const judged = await judgeFolder({
    lesson,
    directory: opened ? lesson.src : lesson.starter,
    source: memory.source,
    seed: drawSeed(),
    signal,
  });
  if (opened) await notes.update((before) => withVerdict(before, judged.verdict));
  if (judged.recording) await keepTrace(lesson, judged.recording);
  return judged;
}
