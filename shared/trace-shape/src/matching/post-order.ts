/** Every node once, children before parents, at any depth and also where parents share a child. */
export function postOrder<T>(tops: readonly T[], childrenOf: (node: T) => readonly T[]): T[] {
  const entered = new Set<T>();
  const ordered = new Set<T>();
  const waiting = tops.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const children = childrenOf(node);
    if (children.length === 0 || entered.has(node)) {
      ordered.add(node);
      continue;
    }
    entered.add(node);
    // Met again once everything above it on the stack, its children, has been ordered.
    waiting.push(node);
    for (const child of children.toReversed()) waiting.push(child);
  }
  return [...ordered];
}
