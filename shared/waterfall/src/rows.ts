import type { Span, Trace } from '@tracelings/trace-shape';
import { visibleSpans } from './folding.ts';

interface Place {
  /** How many ancestors stand above it: 0 at the top. */
  readonly depth: number;
  /** For each level above its own, the outermost first: whether a branch goes on below this row. */
  readonly guides: readonly boolean[];
  /** Whether it is the last one below its parent. */
  readonly isLast: boolean;
}

/** A span's own row. */
export interface SpanRow extends Place {
  readonly kind: 'span';
  readonly span: Span;
  readonly hasChildren: boolean;
}

/** Neighbours that were left out, with all that is below them, in one row. */
export interface FoldRow extends Place {
  readonly kind: 'fold';
  /** Two at least, in no particular order. */
  readonly spans: readonly Span[];
}

export type Row = SpanRow | FoldRow;

export interface RowOptions {
  /** How many spans get a row; the rest is folded, except single leaves. Default: all. */
  readonly most?: number;
  /** Spans that stay visible whatever is folded around them. */
  readonly keep?: (span: Span) => boolean;
}

/**
 * The rows of a waterfall, parents before children. Takes time linear in the spans, and no depth
 * overflows the stack.
 *
 * What is folded is chosen so that the spans to `keep` are seen, then some that failed or never
 * ended, then the tree from the top. Only a line of ancestors that is longer than `most` hides a
 * span to keep: look for it among a fold's `spans`.
 *
 * @example
 * ```ts
 * for (const row of rowsOf(trace, { most: 40, keep: (span) => span === culprit })) {
 *   console.log('  '.repeat(row.depth) + (row.kind === 'span' ? row.span.name : '…'));
 * }
 * ```
 */
export function rowsOf(trace: Trace, options: RowOptions = {}): Row[] {
  const { most = Infinity, keep = () => false } = options;
  const visible = visibleSpans(trace, most, keep);
  const rows: Row[] = [];
  const waiting = rowsBelow(trace.tops, undefined).toReversed();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    rows.push(row);
    if (row.kind !== 'span') continue;
    const below = rowsBelow(trace.childrenOf(row.span), row);
    for (const child of below.toReversed()) waiting.push(child);
  }
  return rows;

  function rowsBelow(spans: readonly Span[], parent: SpanRow | undefined): Row[] {
    const parts = partsOf(spans, visible);
    return parts.map((part, index) => {
      const place = placeBelow(parent, index === parts.length - 1);
      if (!Array.isArray(part)) return spanRow(part, place, trace);
      const hidden = withDescendants(part, trace);
      // A fold of one span would take the row that the span itself can have.
      const [single] = hidden.length === 1 ? hidden : [];
      return single ? spanRow(single, place, trace) : { kind: 'fold', ...place, spans: hidden };
    });
  }
}

function spanRow(span: Span, place: Place, trace: Trace): SpanRow {
  return { kind: 'span', ...place, span, hasChildren: trace.childrenOf(span).length > 0 };
}

/** Visible spans one by one, hidden neighbours together. */
function partsOf(spans: readonly Span[], visible: ReadonlySet<Span>): Array<Span | Span[]> {
  const parts: Array<Span | Span[]> = [];
  for (const span of spans) {
    const last = parts.at(-1);
    if (visible.has(span)) parts.push(span);
    else if (Array.isArray(last)) last.push(span);
    else parts.push([span]);
  }
  return parts;
}

function placeBelow(parent: SpanRow | undefined, isLast: boolean): Place {
  if (parent === undefined) return { depth: 0, guides: [], isLast };
  const guides = parent.depth === 0 ? [] : [...parent.guides, !parent.isLast];
  return { depth: parent.depth + 1, guides, isLast };
}

function withDescendants(spans: readonly Span[], trace: Trace): Span[] {
  const all = [...spans];
  for (const span of all) for (const child of trace.childrenOf(span)) all.push(child);
  return all;
}
