import type {
  CheckVerdict,
  LessonFolder,
  LessonVerdict,
  VerdictWord,
} from '@tracelings/lesson-kit';
import { type Look, paintLines } from '../look.ts';
import { messageScreen } from './message.ts';
import { wrap } from './wrap.ts';

const screens: Record<VerdictWord, (verdict: LessonVerdict, look: Look) => string> = {
  passed: (verdict, look) => `${ticks(verdict, look)}\n\n${allPass(verdict, look)}`,
  'not-yet': notYet,
  'could-not-run': (verdict, look) => hindered('The program could not be checked.', verdict, look),
  'environment-missing': (verdict, look) =>
    hindered('This machine lacks something. Nothing is counted.', verdict, look),
};

/** A verdict for people: what passes, the first thing that does not, and how much is left. */
export function verdictScreen(verdict: LessonVerdict, look: Look): string {
  return screens[verdict.verdict](verdict, look);
}

function notYet(verdict: LessonVerdict, look: Look): string {
  const [failing, ...later] = verdict.checks.filter((check) => check.verdict !== 'passed');
  if (failing === undefined) return ticks(verdict, look);
  return [
    [ticks(verdict, look), failurePart(failing, look)].filter((text) => text !== '').join('\n'),
    paintLines(wrap(remaining(verdict, later.length), look), 'quiet', look),
  ].join('\n\n');
}

function ticks(verdict: LessonVerdict, look: Look): string {
  return verdict.checks
    .filter((check) => check.verdict === 'passed')
    .map((check) => bullet('✓', check, look, 'good'))
    .join('\n');
}

/** What is certain before every check was asked: the first that fails, and that those before it pass. */
export function earlyScreen({ manifest }: LessonFolder, early: CheckVerdict, look: Look): string {
  const { checks } = manifest;
  const index = checks.findIndex(({ id }) => id === early.id);
  const passed = checks.slice(0, index).map((check) => bullet('✓', check, look, 'good'));
  return [
    [...passed, failurePart(early, look)].join('\n'),
    paintLines(wrap(stillAsked(checks.length - index - 1), look), 'quiet', look),
  ].join('\n\n');
}

function stillAsked(count: number): string {
  return count === 1
    ? 'The check after this one is still being asked.'
    : `The ${count} checks after this one are still being asked.`;
}

/** The part of the screen to read first. */
export function failurePart(check: CheckVerdict, look: Look): string {
  return `${bullet('✗', check, look, 'bad')}\n\n${messageScreen(check.message, look)}`;
}

function bullet(
  mark: string,
  { title }: Pick<CheckVerdict, 'title'>,
  look: Look,
  paint: 'good' | 'bad',
): string {
  const lines = wrap(title, { columns: look.columns, first: `  ${mark} ` });
  return paintLines(lines, paint, look);
}

function allPass(verdict: LessonVerdict, look: Look): string {
  const count = verdict.checks.length;
  const checks = count === 1 ? 'The one check passes' : `All ${count} checks pass`;
  const points = `${verdict.points} of ${verdict.maxPoints} points`;
  return paintLines(wrap(`${checks}: ${points}.`, look), 'good', look);
}

function remaining(verdict: LessonVerdict, later: number): string {
  const points = `${verdict.points} of ${verdict.maxPoints} points so far.`;
  if (later === 0) return `This is the last check that does not pass yet. ${points}`;
  return later === 1
    ? `1 more check after this one does not pass yet. ${points}`
    : `${later} more checks after this one do not pass yet. ${points}`;
}

function hindered(headline: string, verdict: LessonVerdict, look: Look): string {
  const message = verdict.checks.find((check) => check.message !== '')?.message ?? '';
  const lines = message.split('\n').map((line) => fit(line, look));
  const head = wrap(headline, { columns: look.columns, first: '  ! ' });
  return `${paintLines(head, 'strong', look)}\n\n${lines.join('\n')}`;
}

/** A line that is indented is code or a place in it, and stays as it is. */
function fit(line: string, look: Look): string {
  return line.startsWith(' ') ? line : wrap(line, look);
}
