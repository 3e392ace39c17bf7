import { repository } from '@tracelings/lesson-kit';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type BatchOrder, gradeBatch } from '../batch/batch.ts';
import type { Discovery } from '../batch/discovery.ts';
import { Journal } from '../batch/journal.ts';
import { GradeCache } from '../cache/grade-cache.ts';
import { GradeError } from '../grade-error.ts';
import type { Format } from '../format/format.ts';
import { visible, visibleName } from '../format/visible.ts';
import { gradeSubmission } from '../grading/grade-submission.ts';
import type { OutFolder } from '../report/out-folder.ts';
import { writeReports } from '../report/reports.ts';
import type { SubmissionWall } from '../sandbox/submission-wall.ts';
import { gradeExitCodes } from './exit-codes.ts';
import type { GradeOptions } from './grade-options.ts';
import { ProgressLine } from './progress-line.ts';
import { summaryText } from './summary.ts';

interface ClassOrder {
  readonly discovery: Discovery;
  readonly formats: readonly Format[];
  readonly out: OutFolder;
  readonly wall: SubmissionWall;
  readonly options: GradeOptions;
  readonly signal: AbortSignal;
}

/** Grades all that was found, reports it, and gives the exit code. */
export async function gradeClass(order: ClassOrder): Promise<number> {
  try {
    return await gradeAndReport(order);
  } catch (error) {
    if (!(error instanceof GradeError) || error.code !== 'UNWRITABLE_OUT') throw error;
    process.stderr.write(`${error.message}\n`);
    return gradeExitCodes.incomplete;
  }
}

async function gradeAndReport(order: ClassOrder): Promise<number> {
  const { submissions } = order.discovery;
  await using journal = await Journal.open(order.out.path, {
    resume: order.options.resume ?? false,
  });
  const progress = new ProgressLine(process.stderr, submissions.length);
  for (const notice of noticesOf(order.discovery, journal)) progress.say(notice);
  try {
    await gradeBatch({
      ...batchOrderOf(order, journal),
      onGraded: (_grade, isKnown) => progress.count(isKnown),
      onTrouble: teller(progress),
    });
  } catch (error) {
    if (!order.signal.aborted) throw error;
    progress.say(stoppedText(progress.done, submissions.length));
    return gradeExitCodes.incomplete;
  }
  progress.end();
  return await report(order, journal, progress.known);
}

function batchOrderOf(
  { discovery, wall, options, signal }: ClassOrder,
  journal: Journal,
): Omit<BatchOrder, 'onGraded' | 'onTrouble'> {
  return {
    submissions: discovery.submissions,
    grade: (submission, order) => gradeSubmission(submission, { ...order, wall }),
    isolation: wall.isolation,
    journal,
    cache: options.cache === false ? undefined : new GradeCache(cacheFolder),
    seed: options.seed,
    jobs: options.jobs ?? availableParallelism(),
    signal,
  };
}

const cacheFolder = join(repository, '.cache', 'grades');

async function report(order: ClassOrder, journal: Journal, known: number): Promise<number> {
  const book = journal.bookOf(order.discovery.submissions);
  const written = await writeReports(book, order.formats, order.out);
  process.stdout.write(`${summaryText(book, written, known)}\n`);
  const isComplete = book.entries.every(({ verdict }) => verdict !== 'infra-error');
  return isComplete ? gradeExitCodes.graded : gradeExitCodes.incomplete;
}

function noticesOf({ passedOver }: Discovery, { damagedLines }: Journal): string[] {
  return [
    ...passedOver.map(({ name, reason }) => `Not graded: ${visibleName(name)} ${reason}.`),
    ...(damagedLines > 0
      ? [`Passed over in the journal: ${damagedLines} damaged, to be graded again.`]
      : []),
  ];
}

function stoppedText(done: number, total: number): string {
  return (
    `Stopped. ${done} of ${total} are graded and kept, and no report is written yet.\n` +
    'The same command with --resume goes on from there.'
  );
}

/** One machine's fault is many submissions' trouble: only the first comes with its stack. */
function teller(progress: ProgressLine): (trouble: string) => void {
  let isFirst = true;
  return (trouble) => {
    const [what = ''] = trouble.split('\n', 1);
    progress.say(visible(isFirst ? trouble : what));
    isFirst = false;
  };
}
