/** A subject that cannot be opened. Its message says what was sought and what to name instead. */
export class SubjectError extends Error {
  /** Stable; tell errors apart by it. */
  readonly code: 'NO_SUCH_FOLDER' | 'NO_ENTRY' | 'NOT_COPIED';

  private constructor(code: SubjectError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SubjectError';
    this.code = code;
  }

  static missingFolder(folder: string): SubjectError {
    return new SubjectError(
      'NO_SUCH_FOLDER',
      `There is no folder ${folder}. Name the folder that holds the sources, ` +
        'or run `npm start` to get a copy of the starter to work in.',
    );
  }

  static missingEntry(folder: string, entry: string): SubjectError {
    return new SubjectError(
      'NO_ENTRY',
      `The folder ${folder} has no ${entry}, which is the file this lesson starts from. ` +
        `Put it back, or name the folder that holds ${entry} itself.`,
    );
  }

  static notCopied(folder: string, cause: unknown): SubjectError {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    return new SubjectError(
      'NOT_COPIED',
      `The folder ${folder} could not be copied to where it can be run${code}. ` +
        'Keep only files and folders in it that can be read.',
      cause,
    );
  }
}
