import { growForest, type Forest, type Node } from './forest.ts';
import type { Span } from './span.ts';

const noChildren: readonly Span[] = [];

/**
 * What a run left behind: any number of traces, with several roots, orphans and open spans, in
 * whatever order they arrived.
 *
 * Nothing is refused and nothing is lost. Two spans may carry the same ids: both stay, and children
 * hang under the earlier one. Spans that are each other's ancestors cannot be drawn as a tree: the
 * earliest of the circle is counted among the {@link orphans}. The same object twice is one span.
 * Building takes n log n steps, every question afterwards a constant number ({@link pathOf}: one a
 * level), and no depth overflows the stack.
 *
 * @example
 * ```ts
 * const trace = new Trace(exporter.getFinishedSpans().map(spanFromSdk));
 * for (const span of trace.spans) console.log('  '.repeat(trace.depthOf(span)) + span.name);
 * ```
 */
export class Trace {
  /**
   * Every span once, parents before children; roots and siblings by start time, and in the order
   * they were given where that is the same (JavaScript often starts spans on the same millisecond).
   */
  readonly spans: readonly Span[];

  /** The spans whose parent is not here: {@link roots} and {@link orphans}, in the order of {@link spans}. */
  readonly tops: readonly Span[];

  /**
   * The spans that begin something: without a parent, or with one that lives in another process and
   * is not here.
   */
  readonly roots: readonly Span[];

  /**
   * The spans that name a parent nobody recorded, and that is not known to be remote. A parent that
   * was never ended and so never exported leaves its children here.
   */
  readonly orphans: readonly Span[];

  /** The spans that never ended. */
  readonly open: readonly Span[];

  /** The ids of the traces in here, each once, in the order of {@link spans}. */
  readonly traceIds: readonly string[];

  readonly #forest: Forest;
  readonly #children = new Map<Node, readonly Span[]>();

  constructor(spans: readonly Span[]) {
    this.#forest = growForest(spans);
    this.spans = this.#forest.preorder.map((node) => node.span);
    this.tops = this.#forest.preorder.filter((node) => !node.parent).map((node) => node.span);
    this.roots = this.tops.filter((span) => !this.#hasLostItsParent(span));
    this.orphans = this.tops.filter((span) => this.#hasLostItsParent(span));
    this.open = this.spans.filter((span) => span.endTime === undefined);
    this.traceIds = [...new Set(this.spans.map((span) => span.traceId))];
  }

  /** `true` when there is no span at all. Most checks want to say so first. */
  get isEmpty(): boolean {
    return this.spans.length === 0;
  }

  /**
   * The parent, when it is here; `undefined` for roots and orphans.
   *
   * @throws {RangeError} for a span that is not one of {@link spans}.
   */
  parentOf(span: Span): Span | undefined {
    return this.#nodeOf(span).parent?.span;
  }

  /**
   * The children, by start time.
   *
   * @throws {RangeError} for a span that is not one of {@link spans}.
   */
  childrenOf(span: Span): readonly Span[] {
    const node = this.#nodeOf(span);
    if (node.children.length === 0) return noChildren;
    const children = this.#children.get(node) ?? node.children.map((child) => child.span);
    this.#children.set(node, children);
    return children;
  }

  /**
   * How many ancestors are here: 0 for roots and orphans.
   *
   * @throws {RangeError} for a span that is not one of {@link spans}.
   */
  depthOf(span: Span): number {
    return this.#nodeOf(span).depth;
  }

  /**
   * The names from the root (or orphan) down to the span itself.
   *
   * @throws {RangeError} for a span that is not one of {@link spans}.
   */
  pathOf(span: Span): readonly string[] {
    const path: string[] = [];
    for (let node: Node | undefined = this.#nodeOf(span); node; node = node.parent) {
      path.push(node.span.name);
    }
    return path.toReversed();
  }

  /** The span with these ids in lowercase hex; the earlier one where two share them. */
  find(traceId: string, spanId: string): Span | undefined {
    return this.#forest.byId.get(traceId)?.get(spanId)?.span;
  }

  #nodeOf(span: Span): Node {
    const node = this.#forest.bySpan.get(span);
    if (node) return node;
    throw new RangeError(
      `The span "${span.name}" is not one of this trace's ${this.spans.length} spans. ` +
        'A span read from another source is another object: look it up with trace.find(traceId, spanId).',
    );
  }

  #hasLostItsParent(span: Span): boolean {
    if (!span.parent) return false;
    const isInCircle = this.find(span.traceId, span.parent.spanId) !== undefined;
    return isInCircle || span.parent.isRemote !== true;
  }
}
