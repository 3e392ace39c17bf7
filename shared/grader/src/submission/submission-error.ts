/** A submission that is not taken in. The message is for the learner: no paths of this machine. */
export class SubmissionError extends Error {
  override readonly name = 'SubmissionError';
  /** Stable; tell errors apart by it. */
  readonly code: 'NO_FOLDER' | 'NO_ENTRY' | 'TOO_MUCH';

  private constructor(code: SubmissionError['code'], message: string) {
    super(message);
    this.code = code;
  }

  static missingFolder(): SubmissionError {
    return new SubmissionError(
      'NO_FOLDER',
      'Nothing was handed in for this lesson: its folder is missing, or is a link, which is not ' +
        "followed.\nHand in the lesson's src folder itself.",
    );
  }

  static missingEntry(entry: string): SubmissionError {
    return new SubmissionError(
      'NO_ENTRY',
      `The work has no file ${entry}, which is what this lesson starts from; a link in its place is ` +
        `not followed.\nHand in the folder that holds ${entry} itself.`,
    );
  }

  static tooMuch(what: string): SubmissionError {
    return new SubmissionError(
      'TOO_MUCH',
      `The work holds more than ${what}, which is the limit, so none of it was run.\n` +
        'Hand in the sources of the lesson and nothing else.',
    );
  }
}
