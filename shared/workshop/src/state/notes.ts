import { repository } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { ProgressFile } from './progress-file.ts';

/** The learner's progress in this repository. */
export function openNotes(tell: (notice: string) => void): ProgressFile {
  return new ProgressFile(join(repository, '.tracelings', 'state.json'), tell);
}
