import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Against, Comparison } from '../lesson/comparison.ts';
import type { FileDifference } from '../lesson/difference.ts';
import { harmless } from './harmless.ts';
import type { Line } from './line.ts';

type Sides = Comparison['sides'];
type Hunk = NonNullable<FileDifference['hunks']>[number];

/** A unified difference, as `patch` and editors read it, in lines that carry their colour. */
export function differenceLines({ differences, sides }: Omit<Comparison, 'against'>): Line[] {
  return differences.flatMap((difference) => [
    ...headerLines(difference, sides),
    ...(difference.hunks?.flatMap(hunkLines) ?? [
      { text: 'They differ, and are no text that can be compared here.', paint: 'quiet' as const },
    ]),
  ]);
}

function headerLines({ name, isInOld, isInNew }: FileDifference, sides: Sides): Line[] {
  return [
    { text: `--- ${isInOld ? `${sides.old}/${name}` : '/dev/null'}`, paint: 'strong' },
    { text: `+++ ${isInNew ? `${sides.new}/${name}` : '/dev/null'}`, paint: 'strong' },
  ];
}

function hunkLines(hunk: Hunk): Line[] {
  const { oldStart, oldLines, newStart, newLines, lines } = hunk;
  const place = `@@ -${rangeOf(oldStart, oldLines)} +${rangeOf(newStart, newLines)} @@`;
  return [{ text: place, paint: 'quiet' }, ...lines.map((line) => changeLine(line))];
}

/** The format names the line before a range that is empty. */
function rangeOf(start: number, lines: number): string {
  if (lines === 1) return String(start);
  return lines === 0 ? `${start - 1},0` : `${start},${lines}`;
}

function changeLine(line: string): Line {
  const text = harmless(line.replaceAll('\r', '␍'));
  if (line.startsWith('+')) return { text, paint: 'good' };
  if (line.startsWith('-')) return { text, paint: 'bad' };
  return line.startsWith('\\') ? { text, paint: 'quiet' } : { text };
}

/** A sentence that says what the signs in front of the lines mean. */
export function legendOf({ against }: Comparison): string {
  return legends[against];
}

const legends: Record<Against, string> = {
  solution: '- yours   + the solution, one right answer of several',
  starter: '- the starter   + yours',
  pulled: '- the starter that your copy was made from   + the starter of today',
};

export function sameSentence(lesson: LessonFolder, against: Against): string {
  if (against === 'pulled') {
    return `The starter of ${lesson.id} is the one that your copy was made from, to the letter.`;
  }
  return `Your copy of ${lesson.id} has the same files as the ${against}, to the letter.`;
}
