/** How far a batch has come. */
export interface Progress {
  readonly done: number;
  /** How many of them were judged earlier and took no time worth speaking of. */
  readonly known: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** `137 of 500 graded, 38 s left`. */
export function progressText({ done, known, total, elapsedMs }: Progress): string {
  const count = `${done} of ${total} graded`;
  if (done === 0 || done === total) return count;
  const eachMs = elapsedMs / (done - known || done);
  return `${count}, ${timeText((total - done) * eachMs)} left`;
}

/** A length of time as people plan by it: seconds, then minutes, then hours. */
export function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
