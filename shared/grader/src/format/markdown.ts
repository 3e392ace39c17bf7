import type { Grade, GradedCheck } from '../grade.ts';
import { messageOf, pointsText, sumOf, verdictWords } from './check-words.ts';
import type { LearnerFormat } from './format.ts';
import { isolationNotice } from './isolation-notice.ts';
import { visibleName } from './visible.ts';

/** GitHub takes 65,536 characters in a comment; entities are counted as what they stand for or not. */
const mostCharacters = 60_000;

/** A comment for a pull request. */
export const markdown: LearnerFormat = {
  kind: 'learner',
  name: 'markdown',
  extension: '.md',
  text(learner, grades) {
    const sections = [headOf(learner, grades), ...grades.map(tableOf)];
    const room = mostCharacters - sections.join('\n').length;
    return [...sections, ...fittingDetails(grades, room), footOf(grades)].join('\n');
  },
};

function headOf(learner: string, grades: readonly Grade[]): string {
  const points = sumOf(grades, (grade) => grade.points);
  const maxPoints = sumOf(grades, (grade) => grade.maxPoints);
  return `## ${literal(learner)}: ${pointsText({ points, maxPoints })}\n`;
}

function tableOf(grade: Grade): string {
  const rows = grade.checks.map(
    (check) =>
      `| ${marks[check.verdict]} ${verdictWords[check.verdict]} | ${escaped(check.title)} | ` +
      `${check.points}/${check.maxPoints} |`,
  );
  const heading = `### ${grade.lesson}: ${verdictWords[grade.verdict]}, ${pointsText(grade)}`;
  return `${heading}\n\n| | check | points |\n| --- | --- | ---: |\n${rows.join('\n')}\n`;
}

const marks: Record<GradedCheck['verdict'], string> = {
  passed: '✅',
  'not-yet': '❌',
  'could-not-run': '❌',
  'infra-error': '⚠️',
};

function fittingDetails(grades: readonly Grade[], room: number): string[] {
  const fitting: string[] = [];
  const all = grades.flatMap(detailsOf);
  let left = room;
  for (const details of all) {
    left -= details.length;
    if (left < 0) break;
    fitting.push(details);
  }
  const leftOut = all.length - fitting.length;
  return leftOut === 0 ? fitting : [...fitting, `${leftOut} more are in the whole report.\n`];
}

function detailsOf({ lesson, checks }: Grade): string[] {
  return checks
    .filter(({ message }) => message !== '')
    .map(
      (check) =>
        `<details><summary>${lesson}: ${escaped(check.title)}</summary>\n\n` +
        `${fenced(messageOf(check))}\n</details>\n`,
    );
}

function footOf(grades: readonly Grade[]): string {
  const isolations = [...new Set(grades.map(({ isolation }) => isolation))];
  const seeds = grades.map(({ lesson, seed }) => `${lesson} ${seed}`).join(', ');
  return `${isolationNotice(isolations)}\n\nSeeds: ${seeds}.\n`;
}

/** Longer than any fence inside, so that nothing in the text can end it. */
function fenced(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}text\n${text}\n${fence}\n`;
}

/**
 * A name as it is: no mark-up, no link, and no word to the person after an @, since nothing within
 * code is looked at for any of them.
 */
function literal(name: string): string {
  return `<code>${escaped(name)}</code>`;
}

function escaped(text: string): string {
  return visibleName(text).replaceAll(
    /[^\p{L}\p{N} ]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}
