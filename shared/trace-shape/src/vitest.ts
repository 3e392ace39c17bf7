import { expect } from 'vitest';
import { matchers } from './vitest/matchers.ts';
import type { SpanQuery } from './query/span-query.ts';
import type { Shape } from './shape/shape.ts';

declare module 'vitest' {
  interface Matchers<R, T> {
    /**
     * Demands that a trace has the shape; see `expectShape`. With `.not`, that it has another: an
     * empty trace does not count as that.
     *
     * @example
     * ```ts
     * expect(trace).toHaveShape(shape([span('greet')]));
     * ```
     */
    toHaveShape(shape: Shape): R;
    /**
     * Demands at least one span that matches; see `getAllSpans`. With `.not`, that there are spans
     * and none of them matches.
     *
     * @example
     * ```ts
     * expect(trace).toHaveSpan({ name: /^charge/, status: 'error' });
     * ```
     */
    toHaveSpan(query: SpanQuery): R;
    /** Demands that there is no span at all. With `.not`, that there is one at least. */
    toBeEmptyTrace(): R;
  }
}

expect.extend(matchers);
