import { readablePath } from '@tracelings/lesson-kit';
import type { PassedOver } from './batch/discovery.ts';
import { visible, visibleName } from './format/visible.ts';

const WHAT_TO_NAME =
  "Name a learner's repository, one lesson's sources, or a folder of many of either.";

/** What was asked for cannot be graded. The message is for the person who asked. */
export class GradeError extends Error {
  override readonly name = 'GradeError';
  /** Stable; tell errors apart by it. */
  readonly code:
    | 'NO_SUCH_FOLDER'
    | 'NOTHING_TO_GRADE'
    | 'NAMESAKES'
    | 'UNFIT_OUT'
    | 'UNWRITABLE_OUT'
    | 'UNFIT_FORMAT'
    | 'UNFIT_ENVIRONMENT';

  constructor(code: GradeError['code'], message: string) {
    super(message);
    this.code = code;
  }

  static missingFolder(folder: string): GradeError {
    return new GradeError(
      'NO_SUCH_FOLDER',
      `There is no folder ${visibleName(folder)}.\n${WHAT_TO_NAME}`,
    );
  }

  /** The reason is a sentence without its subject. */
  static unfitFolder(folder: string, reason: string): GradeError {
    return new GradeError('NO_SUCH_FOLDER', `${visibleName(folder)} ${reason}.\n${WHAT_TO_NAME}`);
  }

  static nothingToGrade(folder: string, passedOver: readonly PassedOver[]): GradeError {
    const [first] = passedOver;
    const example = first ? `\nFor one, ${visibleName(first.name)} ${first.reason}.` : '';
    return new GradeError(
      'NOTHING_TO_GRADE',
      `Nothing to grade was found in ${shown(folder)}.${example}\n` +
        'A learner has lessons/01-first-span/src, or a folder 01-first-span; sources in a folder of ' +
        'another name are graded with --lesson 01.',
    );
  }

  static unwritableOut(folder: string, cause: unknown): GradeError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new GradeError(
      'UNWRITABLE_OUT',
      `Nothing can be written in ${visibleName(folder)}: ${visible(reason)}.\n` +
        'What was graded by now is kept. Make room there and add --resume, or name another folder by --out.',
    );
  }

  static namesakes(learner: string, folders: readonly string[]): GradeError {
    return new GradeError(
      'NAMESAKES',
      `Two folders claim to be the work of ${visibleName(learner)} for the same lesson, below ` +
        `${folders.map(shown).join(' and ')}.\nRename one of them, so that both get their own grade.`,
    );
  }
}

function shown(folder: string): string {
  return visibleName(readablePath(folder));
}
