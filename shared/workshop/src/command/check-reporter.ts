import type { LessonFolder } from '@tracelings/lesson-kit';
import process from 'node:process';
import type { Judged } from '../lesson/judging.ts';
import { lookOf } from '../look.ts';
import { reportScreen } from '../screen/report.ts';
import { summaryLine } from '../screen/summary.ts';
import { wrap } from '../screen/wrap.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import type { CheckOptions } from './check.ts';
import { nextScreen } from './next-screen.ts';

export interface CheckReporter {
  /** Says what takes a while. */
  progress: (text: string) => void;
  report: (lesson: LessonFolder, judged: Judged) => Promise<void>;
  /** Says what all of them came to. */
  conclude: (sentence: string) => void;
}

export function reporterFor(options: CheckOptions, notes: ProgressFile): CheckReporter {
  if (options.json) return jsonReporter;
  return options.all ? summaryReporter() : fullReporter(options, notes);
}

const jsonReporter: CheckReporter = {
  progress: () => {},
  report: async (_lesson, { verdict }) => print(JSON.stringify(verdict)),
  conclude: () => {},
};

function summaryReporter(): CheckReporter {
  const look = lookOf(process.stdout);
  return {
    progress: sayProgress,
    report: async (_lesson, { verdict }) => print(summaryLine(verdict, look)),
    conclude: (sentence) => print(`\n${wrap(sentence, look)}`),
  };
}

function fullReporter(options: CheckOptions, notes: ProgressFile): CheckReporter {
  const look = lookOf(process.stdout);
  return {
    progress: sayProgress,
    report: async (lesson, judged) => {
      const next =
        options.subject === undefined ? await nextScreen({ lesson, judged, notes }, look) : '';
      print(reportScreen({ lesson, judged, next }, look));
    },
    conclude: () => {},
  };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function sayProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
