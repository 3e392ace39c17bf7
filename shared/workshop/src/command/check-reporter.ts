import type { LessonFolder } from '@tracelings/lesson-kit';
import process from 'node:process';
import type { Judged } from '../lesson/judging.ts';
import { lookOf } from '../look.ts';
import { reportScreen } from '../screen/report.ts';
import { summaryLine } from '../screen/summary.ts';
import type { CheckOptions } from './check.ts';
import { nextScreen } from './next-screen.ts';

export interface CheckReporter {
  /** Says what takes a while. */
  progress: (text: string) => void;
  report: (lesson: LessonFolder, judged: Judged) => Promise<void>;
}

export function reporterFor(options: CheckOptions): CheckReporter {
  if (options.json) return jsonReporter;
  return options.all ? summaryReporter() : fullReporter(options);
}

const jsonReporter: CheckReporter = {
  progress: () => {},
  report: async (_lesson, { verdict }) => print(JSON.stringify(verdict)),
};

function summaryReporter(): CheckReporter {
  const look = lookOf(process.stdout);
  return {
    progress: sayProgress,
    report: async (_lesson, { verdict }) => print(summaryLine(verdict, look)),
  };
}

function fullReporter(options: CheckOptions): CheckReporter {
  const look = lookOf(process.stdout);
  return {
    progress: sayProgress,
    report: async (lesson, judged) => {
      const next = options.subject === undefined ? await nextScreen({ lesson, judged }, look) : '';
      print(reportScreen({ lesson, judged, next }, look));
    },
  };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function sayProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
