import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the grader writes of a grade and is looked at here. */
export interface GradeRead {
  readonly learner: string;
  readonly verdict: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly seed: number;
  readonly checks: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly points: number;
    readonly maxPoints: number;
    readonly message: string;
  }[];
}

/** The grades in a journal so far, by learner. */
export async function readGrades(out: string): Promise<Map<string, GradeRead>> {
  const text = await readFile(join(out, 'journal.jsonl'), 'utf8').catch(() => '');
  // A grader that was killed may have left half a line.
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .trim()
    .split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the grader's own journal
        const grade = JSON.parse(line) as GradeRead;
        return [grade.learner, grade];
      }),
  );
}
