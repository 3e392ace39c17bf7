import type { Overlay, Span, Trace } from '@tracelings/trace-shape';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import type { PictureRow } from './picture.ts';
import { rowKey } from './row-key.ts';

/** A span of the trace, or a place in the tree where one should be. */
type Node =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'missing'; readonly name: string; readonly facts: readonly string[] }
  | { readonly kind: 'belongs'; readonly span: Span };

/** A node and where it stands. */
export interface Placed extends Pick<PictureRow, 'key' | 'level' | 'position' | 'size'> {
  readonly node: Node;
  readonly name: string;
  readonly hasChildren: boolean;
  /** The nearest span above that was made. */
  readonly above?: Span;
}

/**
 * The nodes of a trace in the order of their rows, parents first, with what is missing after the
 * children that are there. Linear, and no depth overflows the stack.
 */
export function placedNodes(trace: Trace, overlay: Overlay | undefined): Placed[] {
  const extras = extrasOf(overlay);
  const placed: Placed[] = [];
  const waiting = nodesBelow(undefined).toReversed();
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    placed.push(at);
    if (at.node.kind !== 'span') continue;
    for (const child of nodesBelow(at).toReversed()) waiting.push(child);
  }
  return placed;

  function nodesBelow(parent: Placed | undefined): Placed[] {
    const span = parent?.node.kind === 'span' ? parent.node.span : undefined;
    const children = span ? trace.childrenOf(span) : trace.tops;
    const nodes: Node[] = [
      ...children.map((child) => ({ kind: 'span' as const, span: child })),
      ...(extras.get(span) ?? []),
    ];
    const seen = new Map<string, number>();
    return nodes.map((node, index) => {
      const name = nameOf(node);
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return {
        node,
        name,
        key: rowKey(parent?.key ?? '', name, nth),
        level: (parent?.level ?? 0) + 1,
        position: index + 1,
        size: nodes.length,
        hasChildren: node.kind === 'span' && hasBelow(node.span),
        ...(span && { above: span }),
      };
    });
  }

  function hasBelow(span: Span): boolean {
    return trace.childrenOf(span).length > 0 || extras.has(span);
  }
}

function extrasOf(overlay: Overlay | undefined): ReadonlyMap<Span | undefined, readonly Node[]> {
  const extras = new Map<Span | undefined, Node[]>();
  const add = (span: Span | undefined, node: Node): void => {
    const nodes = extras.get(span);
    if (nodes) nodes.push(node);
    else extras.set(span, [node]);
  };
  for (const { under, name, facts, count } of overlay?.missing ?? []) {
    const times = count === 1 ? [] : [`${count} of them`];
    add(under, { kind: 'missing', name, facts: [...facts, ...times] });
  }
  for (const { span, to } of overlay?.moved ?? []) add(to, { kind: 'belongs', span });
  return extras;
}

function nameOf(node: Node): string {
  return escapeInvisible(node.kind === 'missing' ? node.name : node.span.name);
}
