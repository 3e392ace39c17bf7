import { sketchForest, type Sketch } from './sketch.ts';
import { fitLabel, notableFacts } from '../span-label.ts';
import { columnsOf, cut, escapeInvisible } from '../text.ts';
import { treeLines } from '../tree-lines.ts';
import { branchFacts } from './branch-facts.ts';
import { branchesTo, type Pair } from '../difference/pairing.ts';
import { nameText } from '../shape/span-shape.ts';
import type { ShapePlan } from '../matching/shape-plan.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';

/** Half a message, less the line between the halves. */
const COLUMNS = 48;

/** What to point at in a drawing, and what to say there. */
export interface Pointer {
  readonly mark: string;
  /** A line beneath the node. */
  readonly note?: string | undefined;
}

interface Label {
  readonly name: string;
  readonly facts: readonly string[];
}

export function drawExpected(
  plan: ShapePlan,
  at: Pair | undefined,
  pointer: Pointer = { mark: 'here' },
): string {
  const childrenOf = (place: PlaceNode) => place.branch.places.list;
  const path = at ? placesTo(plan, at) : [];
  const tops: readonly PlaceNode[] = plan.tops.list;
  const lines = draw(sketchForest({ tops, childrenOf, path }), pointer, (place) => ({
    name: nameText(place.branch.shape.name),
    facts: branchFacts(place),
  }));
  return plan.tops.open ? `${lines}\n(others are welcome)` : lines;
}

export function drawActual(
  trace: Trace,
  at: Span | undefined,
  pointer: Pointer = { mark: 'here' },
): string {
  if (trace.isEmpty) return '(no spans)';
  const { tops } = trace;
  const childrenOf = (span: Span) => trace.childrenOf(span);
  const path = at ? spansTo(trace, at) : [];
  return draw(sketchForest({ tops, childrenOf, path }), pointer, (span) => ({
    name: span.name,
    facts: notableFacts(span, trace),
  }));
}

type PlaceNode = ShapePlan['tops']['list'][number];

function placesTo(plan: ShapePlan, pair: Pair): PlaceNode[] {
  const path: PlaceNode[] = [];
  let places = plan.tops;
  for (const branch of branchesTo(pair)) {
    const place = places.list.find((candidate) => candidate.branch === branch);
    if (!place) break;
    path.push(place);
    places = branch.places;
  }
  return path;
}

function spansTo(trace: Trace, focus: Span): Span[] {
  const path: Span[] = [];
  for (let span: Span | undefined = focus; span; span = trace.parentOf(span)) path.push(span);
  return path.toReversed();
}

function draw<T>(sketches: Sketch<T>[], pointer: Pointer, labelOf: (node: T) => Label): string {
  const lines: string[] = [];
  for (const { node: sketch, branch, continuation } of treeLines(
    sketches,
    ({ children }) => children,
    COLUMNS / 2,
  )) {
    lines.push(branch + sketchLine(sketch, COLUMNS - columnsOf(branch), pointer, labelOf));
    if (sketch.isFocus && pointer.note !== undefined) {
      const note = escapeInvisible(pointer.note);
      lines.push(continuation + cut(note, COLUMNS - columnsOf(continuation)));
    }
  }
  return lines.join('\n');
}

function sketchLine<T>(
  { node, others, isFocus }: Sketch<T>,
  columns: number,
  { mark }: Pointer,
  labelOf: (node: T) => Label,
): string {
  if (node === undefined) return `… ${others}`;
  const { name, facts } = labelOf(node);
  if (!isFocus) return fitLabel(name, facts, columns);
  const arrow = `  ← ${mark}`;
  return fitLabel(name, facts, columns - columnsOf(arrow)) + arrow;
}
