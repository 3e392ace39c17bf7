import { ShapeError } from './shape-error.ts';
import type { SpanShape } from './span-shape.ts';

/** What a whole trace should look like. Made by {@link shape} or {@link noSpans}. */
export interface Shape {
  /** The spans without a parent, or with one in another process. */
  readonly spans: readonly SpanShape[];
  /** Whether spans are welcome that are not drawn, anywhere beneath the top. */
  readonly open: boolean;
}

/** How a {@link shape} treats what it does not draw. */
export interface ShapeOptions {
  /** Spans that are not drawn are welcome, at the top and under every span. Default `false`. */
  readonly open?: boolean;
}

/**
 * The shape of a trace, written as the tree one would draw.
 *
 * Each top span is a root, or the entry of a process whose caller is elsewhere. Siblings come in any
 * order. Several roots may be in one trace or in several.
 *
 * A shape never fits an empty trace: use {@link noSpans} to say that nothing should be there.
 *
 * @throws {ShapeError} when no span is drawn, or when every top span may be left out.
 *
 * @example
 * ```ts
 * const order = shape([
 *   span('POST /orders', { kind: 'server' }, [span('check stock'), span('charge card')]),
 * ]);
 * expectShape(trace, order);
 * ```
 */
export function shape(spans: readonly SpanShape[], options: ShapeOptions = {}): Shape {
  if (spans.length === 0) {
    throw new ShapeError(
      'SHAPE_EMPTY',
      'This shape draws no span, so any trace, even an empty one, could fit it. ' +
        'Draw at least one, or write noSpans() if nothing should be there.',
    );
  }
  if (spans.every((top) => top.count.min === 0)) {
    throw new ShapeError(
      'SHAPE_VACUOUS',
      'Every top span of this shape may be left out, so an empty trace would fit it. ' +
        'Ask for at least one of them: leave its count out, or use atLeast(1).',
    );
  }
  return { spans: [...spans], open: options.open ?? false };
}

/** The shape of a trace without any span: the only shape that an empty trace fits. */
export function noSpans(): Shape {
  return { spans: [], open: false };
}
