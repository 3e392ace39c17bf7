import type { Finding } from '../doctor/finding.ts';
import { type Look, type Paint, paintLines } from '../look.ts';
import { wrap } from './wrap.ts';

const marks: Record<Finding['state'], string> = { good: '✓', lacking: '–', broken: '✗' };
const paints: Record<Finding['state'], Paint> = { good: 'good', lacking: 'strong', broken: 'bad' };
const aboutColumns = 10;

/** What was found, a line each, with the mend below. */
export function findingsScreen(findings: readonly Finding[], look: Look): string {
  return [
    ...findings.map((finding) => findingScreen(finding, look)),
    '',
    conclusion(findings),
  ].join('\n');
}

function findingScreen({ about, state, found, mend }: Finding, look: Look): string {
  const first = `${marks[state]} ${about.padEnd(aboutColumns)}`;
  const said = found.split('\n').map((line, index) => fit(line, index === 0 ? first : '', look));
  const mending = mend === undefined ? [] : mend.split('\n').map((line) => fit(line, '', look));
  return [
    paintLines(said.join('\n'), paints[state], look),
    ...mending.map((line) => paintLines(line, 'quiet', look)),
  ].join('\n');
}

function fit(line: string, first: string, look: Look): string {
  const rest = ' '.repeat(aboutColumns + 2);
  return wrap(line, { columns: look.columns, first: first === '' ? rest : first, rest });
}

export function canLearn(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'broken');
}

function conclusion(findings: readonly Finding[]): string {
  return canLearn(findings)
    ? 'Lessons can be worked on here: npm start'
    : 'Lessons cannot be checked here yet. Mend what is marked ✗, from the top, and ask again.';
}
