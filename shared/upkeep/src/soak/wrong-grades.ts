import pLimit from 'p-limit';
import { availableParallelism } from 'node:os';
import { DueGrades } from './due-grade.ts';
import type { DueGrade } from './due-grade.ts';
import type { GradeRead } from './grade-read.ts';
import type { HonestWork } from './honest-class.ts';

/**
 * What is wrong with these grades, a sentence or two for each that is. Nothing about a work that was
 * not graded, as after Ctrl-C.
 */
export async function wrongGrades(
  works: readonly HonestWork[],
  grades: ReadonlyMap<string, GradeRead>,
): Promise<string[]> {
  await using due = new DueGrades();
  const limit = pLimit(availableParallelism());
  const complaints = [...Map.groupBy(works, ({ directory }) => directory).values()].map((same) =>
    limit(() => complaintsOn(same, grades, due)),
  );
  return (await Promise.all(complaints)).flat();
}

/**
 * On the grades of one work that was handed in many times. The first is compared with a judgement on
 * its own inputs, and so is every one that does not agree with it.
 */
async function complaintsOn(
  works: readonly HonestWork[],
  grades: ReadonlyMap<string, GradeRead>,
  due: DueGrades,
): Promise<string[]> {
  const complaints: string[] = [];
  let expected: DueGrade | undefined;
  for (const work of works) {
    const grade = grades.get(work.learner);
    if (grade === undefined) continue;
    if (expected === undefined || faultOf(work, grade, expected) !== undefined) {
      expected = await due.of(work, grade.seed);
    }
    const fault = faultOf(work, grade, expected);
    if (fault !== undefined) {
      complaints.push(`${work.learner}, ${work.lesson.id}, seed ${grade.seed}: ${fault}\n`);
    }
  }
  return complaints;
}

/** Why a grade is not the one that is due; `undefined` when it is. */
function faultOf(work: HonestWork, grade: GradeRead, due: DueGrade): string | undefined {
  if (due.fails !== work.fails) {
    return `without a wall it fails first at ${due.fails}, and it has to at ${work.fails}.`;
  }
  const wrong = grade.checks.find(
    ({ id, verdict, points, maxPoints }) =>
      due.counting.has(id) !== (verdict === 'passed') ||
      points !== (due.counting.has(id) ? maxPoints : 0),
  );
  if (wrong !== undefined) {
    const should = due.counting.has(wrong.id) ? `${wrong.maxPoints} points` : 'no points';
    return `${wrong.id} has to get ${should}, and got ${wrong.points}, ${wrong.verdict}.\n${wrong.message}`;
  }
  const sum = grade.checks.reduce((total, { points }) => total + points, 0);
  const isWhole = grade.verdict === 'passed' && grade.points === grade.maxPoints;
  if (grade.points === sum && isWhole === (work.fails === undefined)) return undefined;
  return `its checks have ${sum} of ${grade.maxPoints} points, and it got ${grade.points}, ${grade.verdict}.`;
}
