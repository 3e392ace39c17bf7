import type { Action } from './action.ts';
import { showDifference } from './diff.ts';
import { takeNextHint } from './hint.ts';
import { askToReset } from './reset.ts';
import { showTrace } from './trace.ts';

/** What the keys do in a watched lesson, besides leaving it. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['d', showDifference],
  ['h', takeNextHint],
  ['t', showTrace],
  ['x', askToReset],
]);
