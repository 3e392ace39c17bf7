import { nameRule } from '../rules/basic-rules.ts';
import type { FieldRule } from '../rules/field-rule.ts';
import { fieldRules } from '../rules/span-rules.ts';
import { checkFields } from '../shape/field-check.ts';
import type { NameMatcher } from '../shape/matcher.ts';
import { ShapeError } from '../shape/shape-error.ts';
import type { SpanFields } from '../shape/span-fields.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';

/** What to look for: a name, or fields of which a name may be one. At least one must be given. */
export type SpanQuery = NameMatcher | SpanQueryFields;

/** The fields of a {@link SpanQuery}: those of a shape's span that one span can be asked for. */
export interface SpanQueryFields extends Omit<SpanFields, 'count' | 'open'> {
  readonly name?: NameMatcher;
}

/** A trace, or how to read it anew. */
export type TraceSource = Trace | (() => Trace);

export function traceOf(source: TraceSource): Trace {
  return typeof source === 'function' ? source() : source;
}

export function fieldsOf(query: SpanQuery): SpanQueryFields {
  return typeof query === 'string' || query instanceof RegExp ? { name: query } : query;
}

export function rulesOf(query: SpanQuery): FieldRule[] {
  const { name, ...fields } = fieldsOf(query);
  checkFields(name ?? 'a span', fields);
  const rules = [...(name === undefined ? [] : [nameRule(name)]), ...fieldRules(fields)];
  if (rules.length > 0) return rules;
  throw new ShapeError(
    'SHAPE_VACUOUS',
    'This query asks for nothing, so every span would match. Ask for a name, a kind, an attribute…',
  );
}

export function spansThatMatch(trace: Trace, query: SpanQuery): Span[] {
  const rules = rulesOf(query);
  return trace.spans.filter((span) => rules.every((rule) => rule.passes(span, trace)));
}
