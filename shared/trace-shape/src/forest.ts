import type { Span } from './span.ts';

export interface Node {
  readonly span: Span;
  /** The start as far as a double can tell: quick to compare, and never in the wrong order. */
  readonly roughStart: number;
  readonly children: Node[];
  parent: Node | undefined;
  depth: number;
  /** The walk towards the root that last came by; 0 before any. */
  walk: number;
}

/**
 * By trace id, then by span id: one joined key would have to be built and hashed for every
 * question.
 */
type SpanIndex = ReadonlyMap<string, ReadonlyMap<string, Node>>;

export interface Forest {
  readonly bySpan: ReadonlyMap<Span, Node>;
  readonly byId: SpanIndex;
  /** Parents before children, siblings by time. */
  readonly preorder: readonly Node[];
}

export function growForest(spans: readonly Span[]): Forest {
  const bySpan = new Map(spans.map((span) => [span, toNode(span)]));
  const nodes = [...bySpan.values()].toSorted(byTime);
  const byId = indexById(nodes);
  for (const node of nodes) node.parent = namedParent(node.span, byId);
  breakCircles(nodes);
  for (const node of nodes) node.parent?.children.push(node);
  return { bySpan, byId, preorder: walkPreorder(nodes) };
}

function toNode(span: Span): Node {
  const roughStart = Number(span.startTime);
  return { span, roughStart, children: [], parent: undefined, depth: 0, walk: 0 };
}

/**
 * Spans of JavaScript start on whole milliseconds, so ties are common. The order of arrival settles
 * them better than the end would: the SDK measures that from the rounded start.
 */
function byTime(one: Node, other: Node): number {
  return (
    one.roughStart - other.roughStart || compareTimes(one.span.startTime, other.span.startTime)
  );
}

function compareTimes(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function indexById(nodes: readonly Node[]): SpanIndex {
  const index = new Map<string, Map<string, Node>>();
  for (const node of nodes) {
    const { traceId, spanId } = node.span;
    const ofTrace = index.get(traceId) ?? new Map<string, Node>();
    index.set(traceId, ofTrace);
    if (!ofTrace.has(spanId)) ofTrace.set(spanId, node);
  }
  return index;
}

function namedParent({ traceId, parent }: Span, byId: SpanIndex): Node | undefined {
  return parent && byId.get(traceId)?.get(parent.spanId);
}

/** In each circle the earliest span loses its parent; every span is walked past at most twice. */
function breakCircles(nodes: readonly Node[]): void {
  let walk = 0;
  for (const start of nodes) {
    walk += 1;
    let node: Node | undefined = start;
    while (node && node.walk === 0) {
      node.walk = walk;
      node = node.parent;
    }
    if (node?.walk === walk) earliestOfCircle(node).parent = undefined;
  }
}

function earliestOfCircle(start: Node): Node {
  let earliest = start;
  for (let node = start.parent; node && node !== start; node = node.parent) {
    if (isEarlier(node, earliest)) earliest = node;
  }
  return earliest;
}

/** Ids settle a tie, so that the cut never depends on the order in which spans arrived. */
function isEarlier(one: Node, other: Node): boolean {
  return (byTime(one, other) || (one.span.spanId < other.span.spanId ? -1 : 1)) < 0;
}

function walkPreorder(nodes: readonly Node[]): Node[] {
  const preorder: Node[] = [];
  const waiting = nodes.filter((node) => node.parent === undefined).toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    preorder.push(node);
    for (const child of node.children.toReversed()) {
      child.depth = node.depth + 1;
      waiting.push(child);
    }
  }
  return preorder;
}
