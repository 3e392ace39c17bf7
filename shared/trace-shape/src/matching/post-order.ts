/** Every node once, children before parents, at any depth and also where parents share a child. */
export function postOrder<T>(tops: readonly T[], childrenOf: (node: T) => readonly T[]): T[] {
  const entered = new Set<T>();
  const ordered: T[] = [];
  const waiting = tops.toReversed().map((node) => ({ node, isLeaving: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, isLeaving } = next;
    if (isLeaving) ordered.push(node);
    if (isLeaving || entered.has(node)) continue;
    entered.add(node);
    waiting.push({ node, isLeaving: true });
    for (const child of childrenOf(node).toReversed()) {
      waiting.push({ node: child, isLeaving: false });
    }
  }
  return ordered;
}
