import { columnsOf } from '@tracelings/trace-shape/text';
import { stripVTControlCharacters } from 'node:util';
import type { Look } from '../look.ts';
import type { Room } from '../watch/page.ts';

/** A screen whose first and last lines stay where they are, whatever has to scroll between them. */
export interface Parts {
  readonly head: string;
  /** Set apart by blank lines. Empty ones are left out. */
  readonly blocks: readonly string[];
  readonly foot: string;
  /** In its place where it would take more than its share of a small terminal. */
  readonly briefFoot?: string;
  /** What has to be seen first, as it stands in one of the blocks. */
  readonly focus?: string;
}

export interface Fitted {
  readonly text: string;
  /** The first line of the blocks on the screen. */
  readonly top: number;
  /** How many lines are on the screen at a time; none when nothing has to scroll. */
  readonly step: number;
}

/** Below the last line stands the cursor. */
const cursorRows = 1;
/** A blank line below the head, and the line that says what is left out. */
const frameRows = 2;
/** Of the terminal's rows. */
const largestFoot = 1 / 4;

/** All of it where it fits, and otherwise what is around `top`, or around the focus without one. */
export function fitted(parts: Parts, look: Look, room: Room, top?: number): Fitted {
  const whole = wholeScreen(parts);
  if (heightOf(whole, room) <= room.rows - cursorRows) return { text: whole, top: 0, step: 0 };
  const { head } = parts;
  const foot = footFor(parts, room);
  const taken = heightOf(head, room) + heightOf(foot, room) + frameRows + cursorRows;
  const lines = bodyOf(parts).split('\n');
  const rows = Math.max(1, room.rows - taken);
  const first = Math.max(0, Math.min(top ?? topFor(parts, rows, room), lastTop(lines, rows, room)));
  const shown = lines.slice(first, first + countThatFits(lines.slice(first), rows, room));
  const rest = restLine(first, lines.length - first - shown.length, room);
  const text = [head, '', ...shown, look.paint('quiet', rest), foot].join('\n');
  return { text: clipped(text, room), top: first, step: Math.max(1, shown.length - 1) };
}

function footFor({ foot, briefFoot = foot }: Parts, room: Room): string {
  return heightOf(foot, room) > room.rows * largestFoot ? briefFoot : foot;
}

/** Where even that is too much, the end is what somebody has to answer. */
function clipped(text: string, room: Room): string {
  const lines = text.split('\n');
  const fitting = countThatFits(lines.toReversed(), room.rows - cursorRows, room);
  return lines.slice(lines.length - fitting).join('\n');
}

/** The top after a key; none for a key that does not scroll. */
export function scrolled({ top, step }: Fitted, key: string): number | undefined {
  const distances: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -step,
    pagedown: step,
    space: step,
    home: -Infinity,
    end: Infinity,
  };
  const distance = step === 0 ? undefined : distances[key];
  return distance === undefined ? undefined : Math.max(0, top + distance);
}

export function wholeScreen({ head, foot, ...parts }: Parts): string {
  return [head, bodyOf(parts), foot].filter((text) => text !== '').join('\n\n');
}

function bodyOf({ blocks }: Pick<Parts, 'blocks'>): string {
  return blocks.filter((text) => text !== '').join('\n\n');
}

/** The focus whole, with as much of what stands above it as there is room for. */
function topFor({ blocks, focus }: Parts, rows: number, room: Room): number {
  if (focus === undefined || focus === '') return 0;
  const above = bodyOf({ blocks }).split(focus)[0] ?? '';
  const start = above.split('\n').length - 1;
  const before = above.split('\n').slice(0, start);
  const left = Math.max(0, rows - heightOf(focus, room));
  const top = start - countThatFits(before.toReversed(), left, room);
  // A blank line sets apart from what is not on the screen.
  return before[top] === '' ? top + 1 : top;
}

function lastTop(lines: readonly string[], rows: number, room: Room): number {
  return lines.length - Math.max(1, countThatFits(lines.toReversed(), rows, room));
}

function countThatFits(lines: readonly string[], rows: number, room: Room): number {
  let taken = 0;
  const past = lines.findIndex((line) => (taken += heightOf(line, room)) > rows);
  return past === -1 ? lines.length : past;
}

/** Terminals fold a line that is too wide. */
function heightOf(text: string, { columns }: Room): number {
  const widths = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => columnsOf(line));
  return widths.reduce((rows, width) => rows + Math.max(1, Math.ceil(width / columns)), 0);
}

function restLine(above: number, below: number, { columns }: Room): string {
  const parts = [
    ...(above === 0 ? [] : [`↑ ${above} above`]),
    ...(below === 0 ? [] : [`↓ ${below} more below`]),
  ];
  const rest = parts.join(' · ');
  return rest.length <= columns ? rest : rest.replaceAll(/ (?:above|more below)/g, '');
}
