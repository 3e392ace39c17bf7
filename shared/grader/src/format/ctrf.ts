import type { Grade, GradeVerdict, GradedCheck } from '../grade.ts';
import { messageOf, sumOf } from './check-words.ts';
import type { ClassFormat } from './format.ts';
import { isolationNotice } from './isolation-notice.ts';
import { visibleName } from './visible.ts';

/**
 * Common Test Report Format. Its objects take no fields of our own, so points stand in `extra`.
 *
 * @see https://ctrf.io/docs/specification/overview
 */
export const ctrf: ClassFormat = {
  kind: 'class',
  name: 'ctrf',
  file: 'ctrf.json',
  async *chunks({ book, createdAt }) {
    const summary = new Summary(Date.parse(createdAt));
    const head = { reportFormat: 'CTRF', specVersion: '0.0.0', timestamp: createdAt };
    yield `${JSON.stringify(head).slice(0, -1)},"generatedBy":"tracelings","results":{`;
    yield '"tool":{"name":"tracelings"},"tests":[';
    for await (const grade of book.grades()) {
      for (const check of grade.checks) {
        yield `${summary.isEmpty ? '' : ','}\n${JSON.stringify(testOf(check, grade))}`;
        summary.add(check);
      }
      summary.cover(grade);
    }
    const extra = {
      points: sumOf(book.entries, ({ points }) => points),
      maxPoints: sumOf(book.entries, ({ maxPoints }) => maxPoints),
      isolation: isolationNotice(book.isolations),
    };
    yield `\n],"summary":${JSON.stringify({ ...summary.counts, extra })}}}\n`;
  },
};

type Status = 'passed' | 'failed' | 'other';

const statuses: Record<GradeVerdict, Status> = {
  passed: 'passed',
  'not-yet': 'failed',
  'could-not-run': 'failed',
  'infra-error': 'other',
};

/** Counts while the tests are written, so that the grades are read once. */
class Summary {
  readonly #byStatus = { passed: 0, failed: 0, other: 0 };
  #start: number;
  #stop: number;

  constructor(createdAt: number) {
    this.#start = createdAt;
    this.#stop = createdAt;
  }

  get isEmpty(): boolean {
    return this.#tests === 0;
  }

  get #tests(): number {
    return this.#byStatus.passed + this.#byStatus.failed + this.#byStatus.other;
  }

  get counts(): object {
    const never = { skipped: 0, pending: 0 };
    const times = { start: this.#start, stop: this.#stop };
    return { tests: this.#tests, ...this.#byStatus, ...never, ...times };
  }

  add({ verdict }: GradedCheck): void {
    this.#byStatus[statuses[verdict]] += 1;
  }

  cover(grade: Grade): void {
    const { start } = timesOf(grade);
    this.#start = Math.min(this.#start, start);
  }
}

function testOf(check: GradedCheck, grade: Grade): object {
  const message = messageOf(check);
  return {
    name: check.title,
    status: statuses[check.verdict],
    // Checks look at what few runs left behind, so none has a time of its own.
    duration: 0,
    ...timesOf(grade),
    suite: [visibleName(grade.learner) || '(no name)', grade.lesson],
    ...(message !== '' && { message }),
    rawStatus: check.verdict,
    extra: {
      id: check.id,
      points: check.points,
      maxPoints: check.maxPoints,
      seed: grade.seed,
      isolation: grade.isolation,
    },
  };
}

function timesOf({ gradedAt, durationMs }: Grade): { start: number; stop: number } {
  const stop = Date.parse(gradedAt);
  return { start: stop - durationMs, stop };
}
