/** A name that no lesson has. Its message lists the lessons there are, and guesses at the one meant. */
export class UnknownLessonError extends Error {
  /** Stable; tell errors apart by it. */
  readonly code = 'UNKNOWN_LESSON';

  constructor(sought: string, ids: readonly string[]) {
    const nearest = nearestOf(sought, ids);
    const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    super(
      `There is no lesson "${sought}".${guess}\n` +
        `The lessons are: ${ids.join(', ')}.\n` +
        'A lesson is named by its number (01) or by its folder (01-first-span).',
    );
    this.name = 'UnknownLessonError';
  }
}

function nearestOf(sought: string, ids: readonly string[]): string | undefined {
  const words = sought
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  return ids.find((id) => words.some((word) => id.includes(word)));
}
