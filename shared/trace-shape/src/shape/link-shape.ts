import type { AttributeMatchers, NameMatcher } from './matcher.ts';

/**
 * Where a linked span is: its name, or the names from its root down to it. The span may be in
 * another trace, as long as that trace was read too.
 */
export type SpanPlace = NameMatcher | readonly NameMatcher[];

/** A span that was not recorded, by its ids in lowercase hex: one that came in from outside. */
export interface LinkedIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** One link a span should have. Made by {@link linkTo}. */
export interface LinkShape {
  readonly target: SpanPlace | LinkedIds;
  readonly attributes: AttributeMatchers;
}

/**
 * A link to the span at this place, or with these ids, and with these attributes among others.
 *
 * @example
 * ```ts
 * span('send receipt', { parent: 'none', links: [linkTo(['POST /orders', 'place order'])] });
 * ```
 */
export function linkTo(
  target: SpanPlace | LinkedIds,
  attributes: AttributeMatchers = {},
): LinkShape {
  return { target, attributes };
}

export function isLinkedIds(target: SpanPlace | LinkedIds): target is LinkedIds {
  return typeof target === 'object' && 'spanId' in target;
}
