import { type ComponentChild, h } from 'preact';
import type { PictureRow, RowState } from '../picture/picture.ts';
import { Bar } from './bar.ts';
import { inlineCode } from './inline-code.ts';

interface WaterfallRowProps {
  readonly row: PictureRow;
  /** Among the rows that are shown. */
  readonly index: number;
  /** The line that it stands on. */
  readonly place: number;
  /** Its service's name, where there are several. */
  readonly service: string | undefined;
  readonly isFolded: boolean;
  readonly isActive: boolean;
  readonly choose: () => void;
  readonly toggle: () => void;
}

/** A state as a sign and in words. */
const states: Record<RowState, { readonly sign: string; readonly word: string }> = {
  plain: { sign: '', word: '' },
  'spoken-of': { sign: '▶', word: 'the check speaks of it' },
  moved: { sign: '↷', word: 'hangs in the wrong place' },
  differs: { sign: '≠', word: 'differs from what is meant' },
  unexpected: { sign: '+', word: 'not asked for' },
};

const deepestIndent = 24;

export function rowId(index: number): string {
  return `row-${index}`;
}

/** One span: its name in the tree, its bar, and how long it took. */
export function WaterfallRow(props: WaterfallRowProps): ComponentChild {
  const { row, index, place, isFolded, isActive, choose } = props;
  return h(
    'div',
    {
      id: rowId(index),
      role: 'row',
      class: `line row is-${row.kind} state-${row.state}`,
      style: { top: `calc(var(--line) * ${place})` },
      'aria-level': row.level,
      'aria-posinset': row.position,
      'aria-setsize': row.size,
      'aria-rowindex': index + 2,
      'aria-selected': isActive,
      'aria-expanded': row.hasChildren ? !isFolded : undefined,
      onClick: choose,
    },
    h(NameCell, props),
    h(
      'div',
      { role: 'gridcell', class: 'time' },
      h('span', { class: 'spoken' }, timeText(row)),
      h(Bar, { row }),
    ),
    h('div', { role: 'gridcell', class: 'took' }, row.length),
  );
}

function NameCell({ row, service, isFolded, toggle }: WaterfallRowProps): ComponentChild {
  const { sign, word } = states[row.state];
  const facts = [...(service === undefined ? [] : [service]), ...row.facts];
  return h(
    'div',
    { role: 'gridcell', class: 'name-cell', style: indent(row.level) },
    h(
      'span',
      { class: 'twisty', 'aria-hidden': 'true', onClick: row.hasChildren ? toggle : undefined },
      row.hasChildren ? (isFolded ? '▸' : '▾') : '',
    ),
    sign !== '' && h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    row.isError && h('span', { class: 'error-sign', 'aria-hidden': 'true' }, '!'),
    h('span', { class: 'name', title: row.name }, row.name),
    facts.length > 0 && h('span', { class: 'row-facts' }, ` ${facts.join(' · ')}`),
    row.links > 0 &&
      h('span', { class: 'row-facts' }, ` ↗${row.links}`, h('span', { class: 'spoken' }, ' links')),
    h('span', { class: 'spoken' }, spoken(row, word)),
  );
}

function spoken({ kind, notes }: PictureRow, word: string): string {
  const made = kind === 'missing' ? ['missing'] : kind === 'belongs' ? ['belongs here'] : [];
  return [...made, ...(word === '' ? [] : [word]), ...notes].map((text) => `, ${text}`).join('');
}

function timeText({ kind, start, length, isOpen, events }: PictureRow): string {
  if (kind !== 'span') return 'not there';
  const marks = events.map(({ text }) => text);
  const end = isOpen ? 'never ended' : `takes ${length}`;
  return `starts at ${start}, ${end}${marks.length > 0 ? `, events: ${marks.join(', ')}` : ''}`;
}

interface NoteLineProps {
  readonly row: PictureRow;
  readonly note: string;
  readonly place: number;
}

/** What is wrong about the row above. Spoken with that row already. */
export function NoteLine({ row, note, place }: NoteLineProps): ComponentChild {
  return h(
    'div',
    {
      class: 'line note',
      role: 'presentation',
      'aria-hidden': 'true',
      title: note,
      style: { top: `calc(var(--line) * ${place})`, ...indent(row.level + 1) },
    },
    inlineCode(note),
  );
}

function indent(level: number): { readonly '--level': string } {
  return { '--level': String(Math.min(level, deepestIndent) - 1) };
}
