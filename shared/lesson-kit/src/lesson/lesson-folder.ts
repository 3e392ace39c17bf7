import { join } from 'node:path';
import type { Lesson } from './lesson.ts';

/** A lesson on disk. All paths are absolute; none but `directory` was looked for. */
export interface LessonFolder {
  /** `01-first-span`. */
  readonly id: string;
  /** `01`. */
  readonly number: string;
  /** The folder in `lessons/`. */
  readonly directory: string;
  /** What its `lesson.ts` exports. */
  readonly manifest: Lesson;
  /** What the learner gets. It stays as it is. */
  readonly starter: string;
  /** The learner's copy of the starter. It may not exist yet. */
  readonly src: string;
  /** The lesson's folder in `solutions/`. */
  readonly solution: string;
}

/** The module with a lesson's scenarios. */
export function scenariosOf({ directory }: Pick<LessonFolder, 'directory'>): string {
  return join(directory, 'scenarios.ts');
}
