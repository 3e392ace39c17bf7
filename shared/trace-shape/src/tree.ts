import { fitLabel, notableFacts } from './span-label.ts';
import type { Span } from './span.ts';
import { columnsOf, cut, escapeInvisible } from './text.ts';
import { treeLines, type TreeLine } from './tree-lines.ts';
import type { Trace } from './trace.ts';

/** How {@link renderTree} draws. */
export interface RenderOptions {
  /**
   * The columns that no line exceeds; what does not fit is cut with `…`. Default 100, at least 20.
   */
  readonly width?: number;
  /** How many spans are drawn before the rest is only counted. Default 200. */
  readonly maxSpans?: number;
  /**
   * A few words that point at a span from the right of its line, or `undefined` to leave it alone.
   */
  readonly mark?: (span: Span) => string | undefined;
  /** Further lines beneath a span, for example `describeDetails`. */
  readonly details?: (span: Span, trace: Trace) => readonly string[];
}

/**
 * Draws the trace as a tree in plain text: no colour, no ids, no times, so that the same behaviour
 * gives the same text. A line tells the name and whatever is out of the ordinary: the kind unless
 * internal, the status unless unset, a parent that is remote or was not recorded, a span that never
 * ended, and the service where there are several.
 *
 * Names and messages are not trusted: control characters and other invisible ones appear escaped
 * (`\n`, `\x1b`), so a hostile name can neither colour nor forge a line. Wide characters count as
 * two columns. An empty trace is `(no spans)`.
 *
 * @example
 * ```ts
 * console.log(renderTree(trace, { mark: (span) => (span === culprit ? 'here' : undefined) }));
 * // POST /orders · server · error: payment declined
 * // ├─ check stock
 * // └─ charge card · client · never ended  ← here
 * ```
 */
export function renderTree(trace: Trace, options: RenderOptions = {}): string {
  if (trace.isEmpty) return '(no spans)';
  const maxSpans = options.maxSpans ?? 200;
  const width = Math.max(options.width ?? 100, 20);
  const lines = [...linesOf(trace, { ...options, width }, maxSpans)];
  const left = trace.spans.length - maxSpans;
  if (left > 0) lines.push(`… and ${left} more ${left === 1 ? 'span' : 'spans'}`);
  return lines.join('\n');
}

type Layout = RenderOptions & { readonly width: number };

function* linesOf(trace: Trace, layout: Layout, maxSpans: number): Generator<string> {
  const tellService = hasSeveralServices(trace);
  const childrenOf = (span: Span) => trace.childrenOf(span);
  const drawn = treeLines(trace.tops, childrenOf, Math.floor(layout.width / 2));
  for (const line of drawn.take(maxSpans)) {
    const facts = [...notableFacts(line.node, trace), ...serviceFacts(line.node, tellService)];
    yield spanLine(line, facts, layout);
    yield* detailLines(line, trace, layout);
  }
}

function spanLine({ node, branch }: TreeLine<Span>, facts: string[], layout: Layout): string {
  const columns = layout.width - columnsOf(branch);
  const mark = layout.mark?.(node);
  if (mark === undefined) return branch + fitLabel(node.name, facts, columns);
  const pointer = cut(`  ← ${escapeInvisible(mark)}`, Math.floor(columns / 2));
  return branch + fitLabel(node.name, facts, columns - columnsOf(pointer)) + pointer;
}

function detailLines(
  { node, continuation }: TreeLine<Span>,
  trace: Trace,
  layout: Layout,
): string[] {
  const details = layout.details?.(node, trace) ?? [];
  const columns = layout.width - columnsOf(continuation);
  return details.map((detail) => continuation + cut(escapeInvisible(detail), columns));
}

function hasSeveralServices(trace: Trace): boolean {
  return new Set(trace.spans.map(serviceOf)).size > 1;
}

function serviceFacts(span: Span, tellService: boolean): string[] {
  return tellService ? [`in ${serviceOf(span)}`] : [];
}

function serviceOf(span: Span): string {
  const name = span.resource['service.name'];
  return typeof name === 'string' && name !== '' ? name : 'an unnamed service';
}
