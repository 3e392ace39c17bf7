import type { Lesson } from './lesson.ts';

/** A lesson on disk. All paths are absolute. */
export interface LessonFolder {
  /** `01-first-span`. */
  readonly id: string;
  /** `01`. */
  readonly number: string;
  readonly directory: string;
  readonly manifest: Lesson;
  readonly starter: string;
  /** The learner's copy of the starter. It may not exist yet. */
  readonly src: string;
  /** The lesson's folder in `solutions/`. */
  readonly solution: string;
}
