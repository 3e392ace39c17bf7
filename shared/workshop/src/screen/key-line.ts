import type { Look } from '../look.ts';
import { type Watching, failingOf, hasLastHint, isDone, isLast } from '../watch/watching.ts';
import { wrap } from './wrap.ts';

/** What can be done now, and by which key. Keys that would do nothing are not offered. */
export function keyLine(watching: Watching, look: Look): string {
  const saving = 'Checks again on every save';
  if (!watching.hasKeys) return wrap(`${saving}. Ctrl-C ends it.`, look);
  const { judged, phase, starterChanged } = watching;
  const isThere = phase !== 'gone';
  const keys = [
    ...nextKeys(watching),
    ...hintKeys(watching),
    ...(judged?.recording === undefined ? [] : ['t trace']),
    ...(isThere && starterChanged ? ['u update'] : []),
    ...(isThere ? ['d diff'] : []),
    ...(isDone(watching) || hasLastHint(watching) ? ['s walkthrough'] : []),
    'l list',
    ...(isThere ? ['j Jaeger'] : []),
    'o read',
    isThere ? 'x reset' : 'x fresh copy',
    '? help',
    'q quit',
  ];
  return inRows([saving, ...keys], look);
}

/** What leads on, and where the other keys are. */
export function briefKeyLine(watching: Watching, look: Look): string {
  if (!watching.hasKeys) return keyLine(watching, look);
  return inRows([...nextKeys(watching), ...hintKeys(watching), '? help', 'q quit'], look);
}

function inRows(keys: readonly string[], look: Look): string {
  const unbroken = keys.map((text) => text.replaceAll(' ', noBreak));
  return wrap(unbroken.join(' · '), look).replaceAll(noBreak, ' ');
}

function nextKeys(watching: Watching): string[] {
  if (!isDone(watching)) return [];
  return [isLast(watching) ? 'n all lessons once more' : 'n next lesson'];
}

function hintKeys(watching: Watching): string[] {
  const isNeeded = watching.phase !== 'gone' && failingOf(watching) !== undefined;
  return isNeeded && !hasLastHint(watching) ? ['h hint'] : [];
}

/** A key stays on the line of what it does. */
const noBreak = '\u00A0';
