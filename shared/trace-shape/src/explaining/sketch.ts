/** A node worth drawing, or a line that stands for those that are not. */
export interface Sketch<T> {
  /** `undefined` for the line that stands for others. */
  readonly node: T | undefined;
  readonly isFocus: boolean;
  /** What the line that stands for others says of them. */
  readonly others: string;
  readonly children: Sketch<T>[];
}

interface Forest<T> {
  readonly tops: readonly T[];
  readonly childrenOf: (node: T) => readonly T[];
  /** From a top down to the node that is spoken of; empty where none is. */
  readonly path: readonly T[];
}

const MAX_NODES = 24;
const MAX_DEPTH = 8;

/** The part of a forest around the node that is spoken of, small enough to be read at a glance. */
export function sketchForest<T>({ tops, childrenOf, path }: Forest<T>): Sketch<T>[] {
  const skipped = Math.max(path.length - MAX_DEPTH, 0);
  const start = path[skipped];
  const shownTops = skipped > 0 && start !== undefined ? [start] : tops;
  const sketches: Sketch<T>[] = skipped > 0 ? [othersLine(`${skipped} above`)] : [];
  const waiting = [{ nodes: shownTops, into: sketches, step: skipped }];
  let room = MAX_NODES;
  for (const { nodes, into, step } of waiting) {
    const shown = chooseNodes(nodes, path[step], room);
    room -= shown.length;
    for (const node of shown) {
      const isOnPath = step >= 0 && node === path[step];
      const isFocus = isOnPath && step === path.length - 1;
      const sketch: Sketch<T> = { node, isFocus, others: '', children: [] };
      into.push(sketch);
      const next = isOnPath ? step + 1 : -1;
      waiting.push({ nodes: childrenOf(node), into: sketch.children, step: next });
    }
    if (shown.length < nodes.length) into.push(othersLine(`${nodes.length - shown.length} more`));
  }
  return sketches;
}

function chooseNodes<T>(nodes: readonly T[], onPath: T | undefined, room: number): T[] {
  const first = nodes.slice(0, Math.max(room, 0));
  const isBeyond = onPath !== undefined && !first.includes(onPath) && nodes.includes(onPath);
  return isBeyond ? [...first.slice(0, -1), onPath] : first;
}

function othersLine<T>(others: string): Sketch<T> {
  return { node: undefined, isFocus: false, others, children: [] };
}
