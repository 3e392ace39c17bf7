import type { Rechecked } from './recheck.ts';

/** The result of all lessons as Markdown, to be kept and shown around. */
export function resultText(rechecked: readonly Rechecked[], day: Date): string {
  const points = sum(rechecked.map(({ verdict }) => verdict.points));
  const maxPoints = sum(rechecked.map(({ verdict }) => verdict.maxPoints));
  return `# Tracelings: every lesson passes

On ${dayText(day)} all ${rechecked.length} lessons were checked in one go, each with inputs that were new to
it: ${points} of ${maxPoints} points. \`npm run check -- --all\` checks them again.

| lesson | | points | what stays |
| ------ | --- | ------ | ---------- |
${rechecked.map((each) => rowOf(each)).join('\n')}
`;
}

function rowOf({ lesson: { number, manifest }, verdict }: Rechecked): string {
  const points = `${verdict.points} of ${verdict.maxPoints}`;
  return `| ${number} | ${manifest.title} | ${points} | ${manifest.learned} |`;
}

/** As its owner's calendar has it. */
function dayText(day: Date): string {
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
