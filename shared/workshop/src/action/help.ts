import type { LessonFolder } from '@tracelings/lesson-kit';
import { walkthroughOf } from '../screen/hint.ts';
import type { Line } from '../screen/line.ts';
import { openPage } from '../watch/page.ts';
import type { Action } from './action.ts';

type KeyHelp = readonly [key: string, does: string, command: string];

export const showHelp: Action = async ({ lesson }) => ({
  view: openPage('Keys, and the commands that do the same', (columns) => [
    ...keysOf(lesson).flatMap((help) => keyLines(help, columns)),
    { text: '' },
    { text: 'A lesson longer than the terminal scrolls: ↑ ↓ space, Page Up, Page Down.' },
    { text: 'Every save is checked by itself. What is wrong with this machine: npm run doctor' },
  ]),
});

/** A command stays whole, below what its key does where both do not fit. */
function keyLines([key, does, command]: KeyHelp, columns: number): Line[] {
  const line = `${key}  ${does.padEnd(47)} ${command}`.trimEnd();
  const lines = line.length <= columns ? [line] : [`${key}  ${does}`, `   ${command}`];
  return lines.map((text) => ({ text }));
}

function keysOf(lesson: LessonFolder): KeyHelp[] {
  return [
    ['n', 'the next lesson, once this one passes', 'npm start -- 02'],
    ['n', 'after the last one: all once more, and a result', 'npm run check -- --all --keep'],
    ['h', 'the next hint for the check that fails', 'npm run hint'],
    ['t', 'the trace of the last run', 'npm run trace'],
    ['d', 'what you changed; once it passes, the solution', 'npm run diff'],
    ['s', "the solution's walkthrough", walkthroughOf(lesson)],
    ['u', 'what an update changed in the starter', 'npm run diff -- --pulled'],
    ['o', 'the lesson to read: its page, or your editor', 'npm run studio'],
    ['l', 'all lessons, to search and to jump', 'npm run lessons'],
    ['j', 'the same check, read from a real Jaeger', 'npm run check -- --jaeger'],
    ['x', 'the starter back, your edits kept', 'npm run reset'],
    ['q', 'quit; progress is kept', ''],
  ];
}
