import { columnsOf } from './text.ts';

export interface TreeLine<T> {
  readonly node: T;
  /** The branches that lead to the node's own line. */
  readonly branch: string;
  /** What stands to the left of any further line about the node. */
  readonly continuation: string;
}

interface Waiting<T> extends TreeLine<T> {
  /** What stands to the left of the node's children. */
  readonly stem: string;
}

/**
 * The lines of a tree, parents first, with the branches drawn. Where they would need more than
 * `columns`, the outermost give way to `…`, so that a tree of any depth stays readable and cheap.
 */
export function* treeLines<T>(
  tops: readonly T[],
  childrenOf: (node: T) => readonly T[],
  columns: number,
): Generator<TreeLine<T>> {
  const waiting = tops.toReversed().map((top) => toTop(top, childrenOf));
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    yield line;
    const children = childrenOf(line.node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index];
      if (node === undefined) continue;
      const isLast = index === children.length - 1;
      waiting.push(toChild(node, line.stem, isLast, childrenOf(node).length > 0, columns));
    }
  }
}

function toTop<T>(node: T, childrenOf: (node: T) => readonly T[]): Waiting<T> {
  return { node, branch: '', continuation: childrenOf(node).length > 0 ? '│  ' : '   ', stem: '' };
}

function toChild<T>(
  node: T,
  parentStem: string,
  isLast: boolean,
  hasChildren: boolean,
  columns: number,
): Waiting<T> {
  const branch = narrow(parentStem + (isLast ? '└─ ' : '├─ '), columns);
  const stem = narrow(parentStem + (isLast ? '   ' : '│  '), columns);
  return {
    node,
    branch,
    stem,
    continuation: narrow(stem + (hasChildren ? '│  ' : '   '), columns),
  };
}

function narrow(branches: string, columns: number): string {
  if (columnsOf(branches) <= columns) return branches;
  return `…${branches.slice(1 - columns)}`;
}
