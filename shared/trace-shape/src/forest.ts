import type { Span } from './span.ts';

export interface Node {
  readonly span: Span;
  readonly children: Span[];
  parent: Node | undefined;
  depth: number;
  /** The walk towards the root that last came by; 0 before any. */
  walk: number;
}

export interface Forest {
  readonly nodes: ReadonlyMap<Span, Node>;
  readonly byId: ReadonlyMap<string, Node>;
  /** Parents before children, siblings by time. */
  readonly preorder: readonly Span[];
}

export function growForest(spans: readonly Span[]): Forest {
  const nodes = [...new Set(spans)].toSorted(byTime).map(toNode);
  const byId = indexById(nodes);
  for (const node of nodes) node.parent = namedParent(node.span, byId);
  breakCircles(nodes);
  for (const node of nodes) node.parent?.children.push(node.span);
  const bySpan = new Map(nodes.map((node) => [node.span, node]));
  return { nodes: bySpan, byId, preorder: walkPreorder(nodes, bySpan) };
}

export function idOf(traceId: string, spanId: string): string {
  return `${traceId}-${spanId}`;
}

/** JavaScript clocks start spans on whole milliseconds, so ties are common; the end tells them apart. */
function byTime(one: Span, other: Span): number {
  return compareTimes(one.startTime, other.startTime) || compareEnds(one.endTime, other.endTime);
}

function compareEnds(one: bigint | undefined, other: bigint | undefined): number {
  if (one === undefined || other === undefined) return compareOpen(one, other);
  return compareTimes(one, other);
}

function compareOpen(one: bigint | undefined, other: bigint | undefined): number {
  return Number(one === undefined) - Number(other === undefined);
}

function compareTimes(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function toNode(span: Span): Node {
  return { span, children: [], parent: undefined, depth: 0, walk: 0 };
}

function indexById(nodes: readonly Node[]): Map<string, Node> {
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = idOf(node.span.traceId, node.span.spanId);
    if (!byId.has(id)) byId.set(id, node);
  }
  return byId;
}

function namedParent(span: Span, byId: ReadonlyMap<string, Node>): Node | undefined {
  return span.parent && byId.get(idOf(span.traceId, span.parent.spanId));
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
    if (isEarlier(node.span, earliest.span)) earliest = node;
  }
  return earliest;
}

/** Ids settle a tie, so that the cut never depends on the order in which spans arrived. */
function isEarlier(one: Span, other: Span): boolean {
  return (byTime(one, other) || (one.spanId < other.spanId ? -1 : 1)) < 0;
}

function walkPreorder(nodes: readonly Node[], bySpan: ReadonlyMap<Span, Node>): Span[] {
  const preorder: Span[] = [];
  const waiting = nodes.filter((node) => node.parent === undefined).toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    preorder.push(node.span);
    for (const child of node.children.toReversed()) {
      const childNode = bySpan.get(child);
      if (!childNode) continue;
      childNode.depth = node.depth + 1;
      waiting.push(childNode);
    }
  }
  return preorder;
}
