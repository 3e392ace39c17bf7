import type { Action } from './action.ts';
import { showDifference } from './diff.ts';
import { showHelp } from './help.ts';
import { takeNextHint } from './hint.ts';
import { checkWithJaeger } from './jaeger.ts';
import { listAll } from './list.ts';
import { openStory } from './open.ts';
import { readWalkthrough } from './reading.ts';
import { recheckAll } from './recheck.ts';
import { askToReset } from './reset.ts';
import { showTrace } from './trace.ts';
import { showUpdate } from './update.ts';

/** These take long, so other keys do not wait for them. */
export const slowActions: ReadonlyMap<string, Action> = new Map([
  ['j', checkWithJaeger],
  ['n', recheckAll],
]);

/** What the other keys do in a watched lesson, besides leaving it. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['d', showDifference],
  ['h', takeNextHint],
  ['l', listAll],
  ['o', openStory],
  ['s', readWalkthrough],
  ['t', showTrace],
  ['u', showUpdate],
  ['x', askToReset],
  ['?', showHelp],
]);
