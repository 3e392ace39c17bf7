import { type RefObject, type ComponentChild, h } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Picture, PictureRow } from '../picture/picture.ts';
import { Axis } from './axis.ts';
import { serviceClass } from './bar.ts';
import { movedLines } from './moved-lines.ts';
import { MovedMark } from './moved-mark.ts';
import { useScroll } from './scroll.ts';
import { type Choice, type Line, linesOf, shownRows } from './shown-rows.ts';
import { SpanDetailsPanel } from './span-details.ts';
import { moveFor } from './tree-keys.ts';
import { type View, scrollTo, viewOf } from './visible-lines.ts';
import { NoteLine, WaterfallRow, rowId } from './waterfall-row.ts';

interface WaterfallProps {
  readonly picture: Picture;
  readonly choice: Omit<Choice, 'folded'>;
  readonly folded: ReadonlySet<string>;
  readonly setFolded: (folded: ReadonlySet<string>) => void;
  /** The key of the row that keys act on, and whose details are shown. */
  readonly active: string | undefined;
  readonly setActive: (key: string | undefined) => void;
}

/** A trace as a tree with bars. Only the rows that can be seen are in the document. */
export function Waterfall(props: WaterfallProps): ComponentChild {
  const { picture, choice, folded, active } = props;
  const { trace, lane = 0 } = choice;
  const rows = useMemo(
    () => shownRows(picture.rows, { trace, lane, folded }),
    [picture, trace, lane, folded],
  );
  const at = rows.findIndex(({ key }) => key === active);
  return h(
    'div',
    { class: 'waterfall' },
    picture.services.length > 1 && h(Legend, { services: picture.services }),
    h(Grid, { ...props, rows, at, lane }),
    h(SpanDetailsPanel, { row: rows[at] }),
  );
}

interface GridProps extends WaterfallProps {
  readonly rows: readonly PictureRow[];
  /** Index of the active row; -1 where there is none. */
  readonly at: number;
  readonly lane: number;
}

function Grid(props: GridProps): ComponentChild {
  const { picture, rows, at, lane, setActive } = props;
  const lines = useMemo(() => linesOf(rows), [rows]);
  const grid = useRef<HTMLDivElement>(null);
  const scroll = useScroll(grid);
  useBeginning(grid, lines, setActive);
  const goTo = (index: number): void => {
    setActive(rows[index]?.key);
    const line = lines.findIndex((each) => each.index === index);
    if (grid.current) grid.current.scrollTop = scrollTo(line, scroll.now());
  };
  const view = viewOf(lines.length, scroll);
  return h(
    'div',
    {
      ref: grid,
      class: 'grid',
      role: 'treegrid',
      tabIndex: 0,
      'aria-label': 'Spans of the trace',
      'aria-rowcount': rows.length + 1,
      'aria-activedescendant': isInView(lines, at, view) ? rowId(at) : undefined,
      onScroll: scroll.read,
      onKeyDown: (event: KeyboardEvent) => pressed(event, props, goTo),
    },
    h(Axis, { lane: picture.lanes[lane] }),
    h(
      'div',
      {
        class: 'lines',
        role: 'rowgroup',
        style: { height: `calc(var(--line) * ${lines.length})` },
      },
      linesIn(view, lines).map(({ line, place }) => lineView(line, place, props)),
      movedLines(lines).map((moved) => h(MovedMark, { moved, key: moved.key })),
    ),
  );
}

function pressed(event: KeyboardEvent, props: GridProps, goTo: (index: number) => void): void {
  const { rows, at, folded, setFolded } = props;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const move = moveFor(event.key, Math.max(at, 0), rows, folded);
  if (move === undefined) return;
  event.preventDefault();
  if (at === -1) return goTo(0);
  if (move.toggle) setFolded(toggled(folded, move.toggle.key));
  if (move.to !== undefined) goTo(move.to);
}

function lineView(line: Line, place: number, props: GridProps): ComponentChild {
  const { picture, folded, setFolded, setActive, at } = props;
  const { row, index, note } = line;
  if (note !== undefined) return h(NoteLine, { row, note, place, key: `${row.key} ${place}` });
  return h(WaterfallRow, {
    row,
    index,
    place,
    key: row.key,
    service: picture.services.length > 1 ? picture.services[row.service ?? -1] : undefined,
    isFolded: folded.has(row.key),
    isActive: index === at,
    choose: () => setActive(row.key),
    toggle: () => setFolded(toggled(folded, row.key)),
  });
}

function linesIn(view: View, lines: readonly Line[]): { line: Line; place: number }[] {
  return lines
    .slice(view.first, view.end)
    .map((line, offset) => ({ line, place: view.first + offset }));
}

function isInView(lines: readonly Line[], at: number, { first, end }: View): boolean {
  return lines.slice(first, end).some(({ index }) => index === at);
}

/** Opens at the span that the check speaks of, once; after that it stays where the learner is. */
function useBeginning(
  grid: RefObject<HTMLDivElement | null>,
  lines: readonly Line[],
  setActive: (key: string) => void,
): void {
  useEffect(() => {
    const place = lines.findIndex(({ row }) => row.state !== 'plain');
    const line = lines[place];
    if (line === undefined || !grid.current) return;
    setActive(line.row.key);
    const { clientHeight, scrollHeight } = grid.current;
    grid.current.scrollTop = (scrollHeight / lines.length) * place - clientHeight / 2;
  }, []);
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const changed = new Set(keys);
  if (!changed.delete(key)) changed.add(key);
  return changed;
}

function Legend({ services }: { readonly services: readonly string[] }): ComponentChild {
  return h(
    'ul',
    { class: 'legend', 'aria-label': 'Services' },
    services.map((name, index) =>
      h('li', { key: name }, h('i', { class: serviceClass(index), 'aria-hidden': 'true' }), name),
    ),
  );
}
