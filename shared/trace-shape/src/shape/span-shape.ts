import { exactly, isCount, type Count } from './count.ts';
import { checkFields } from './field-check.ts';
import type { NameMatcher } from './matcher.ts';
import { printableName } from '../span-label.ts';
import { ShapeError } from './shape-error.ts';
import type { SpanFields } from './span-fields.ts';

/** One span of a shape, with all beneath it. Made by {@link span}. */
export interface SpanShape {
  readonly name: NameMatcher;
  readonly fields: SpanFields;
  readonly count: Count;
  readonly open: boolean;
  readonly children: readonly SpanShape[];
}

/**
 * A span of a shape: its name, what else is asked of it, and its children in any order.
 *
 * Children are strict: one that is not drawn is reported as unexpected, unless `open: true`. A
 * span that a shape asks for has ended; one that never ended does not match.
 *
 * @param name in full, or a pattern.
 * @throws {ShapeError} for a field that does not exist and for a count that no trace could meet.
 *
 * @example
 * ```ts
 * span('POST /orders', { kind: 'server', status: 'error' }, [
 *   span('check stock', { attributes: { 'shop.sku': /^[A-Z]+-\d+$/ } }),
 *   span(/^charge/, { count: atLeast(1), events: [exceptionEvent({ type: 'CardDeclined' })] }),
 * ]);
 * ```
 */
export function span(name: NameMatcher, children?: readonly SpanShape[]): SpanShape;
export function span(
  name: NameMatcher,
  fields: SpanFields,
  children?: readonly SpanShape[],
): SpanShape;
export function span(
  name: NameMatcher,
  fieldsOrChildren: SpanFields | readonly SpanShape[] = {},
  children: readonly SpanShape[] = [],
): SpanShape {
  if (isChildren(fieldsOrChildren)) return span(name, {}, fieldsOrChildren);
  const fields = fieldsOrChildren;
  checkFields(name, fields);
  const count = toCount(name, fields.count ?? 1);
  return { name, fields, count, open: fields.open ?? false, children: [...children] };
}

export function nameText(name: NameMatcher): string {
  return typeof name === 'string' ? printableName(name) : String(name);
}

function isChildren(value: SpanFields | readonly SpanShape[]): value is readonly SpanShape[] {
  return Array.isArray(value);
}

function toCount(name: NameMatcher, count: number | Count): Count {
  const range = typeof count === 'number' ? exactly(count) : count;
  if (isCount(range)) return range;
  throw new ShapeError(
    'SHAPE_COUNT_INVALID',
    `The count of \`${nameText(name)}\` runs from ${range.min} to ${range.max}. ` +
      'Counts are whole numbers, not below 0, and the second is not below the first.',
  );
}
