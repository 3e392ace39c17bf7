import type { Span, Trace } from '@tracelings/trace-shape';

/**
 * The spans that get a row when there is room for so many: first those to keep, then what failed or
 * never ended, each with its ancestors, then level by level from the top.
 */
export function visibleSpans(
  trace: Trace,
  most: number,
  keep: (span: Span) => boolean,
): ReadonlySet<Span> {
  if (trace.spans.length <= most) return new Set(trace.spans);
  const visible = new Set<Span>();
  for (const span of trace.spans) if (keep(span)) addWithAncestors(span, most);
  for (const span of trace.spans) if (isNotable(span)) addWithAncestors(span, most / 2);
  for (const span of levelByLevel(trace)) {
    if (visible.size >= most) break;
    visible.add(span);
  }
  return visible;

  function addWithAncestors(span: Span, atMost: number): void {
    const line: Span[] = [];
    let next: Span | undefined = span;
    while (next !== undefined && !visible.has(next) && line.length <= atMost) {
      line.push(next);
      next = trace.parentOf(next);
    }
    if (visible.size + line.length <= atMost) for (const each of line) visible.add(each);
  }
}

function isNotable({ status, endTime }: Span): boolean {
  return status.code === 'error' || endTime === undefined;
}

function* levelByLevel(trace: Trace): Generator<Span> {
  let level = trace.tops;
  while (level.length > 0) {
    yield* level;
    level = level.flatMap((span) => trace.childrenOf(span));
  }
}
