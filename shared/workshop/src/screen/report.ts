import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Judged } from '../lesson/judging.ts';
import type { Look } from '../look.ts';
import { heading } from './heading.ts';
import { printedScreen } from './printed.ts';
import { verdictScreen } from './verdict.ts';
import { wrap } from './wrap.ts';

export interface Report {
  readonly lesson: LessonFolder;
  readonly judged: Judged;
  /** What to do now, already laid out; empty where there is nothing to say. */
  readonly next: string;
}

/** Everything a person gets to read about one check of one lesson. */
export function reportScreen({ lesson, judged, next }: Report, look: Look): string {
  const { verdict } = judged;
  const aside = `from ${verdict.source === 'jaeger' ? 'Jaeger' : 'memory'}, seed ${verdict.seed}`;
  return [heading(lesson, look, aside), detailsScreen(judged, look), next]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A verdict with what the run left for people to read. */
export function detailsScreen({ verdict, remarks, printed }: Judged, look: Look): string {
  return [verdictScreen(verdict, look), remarksScreen(remarks, look), printedScreen(printed, look)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function remarksScreen(remarks: readonly string[], look: Look): string {
  return remarks
    .flatMap((remark) => remark.split('\n'))
    .map((line) => wrap(line, { columns: look.columns, first: '· ' }))
    .join('\n');
}
