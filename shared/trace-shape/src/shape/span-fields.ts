import type { Count } from './count.ts';
import type { EventShape } from './event-shape.ts';
import type { LinkShape } from './link-shape.ts';
import type { AttributeMatchers, NameMatcher, ValueMatcher } from './matcher.ts';
import type { SpanKind, StatusCode } from '../span.ts';

/** A status in full. Without `message` any message will do, and none. */
export interface StatusFields {
  readonly code: StatusCode;
  readonly message?: ValueMatcher;
}

/** The instrumentation scope: what `getTracer(name, version)` was given. */
export interface ScopeFields {
  readonly name?: NameMatcher;
  readonly version?: NameMatcher;
}

/** Where a span's parent is: in another process, in this one, or nowhere. */
export type ParentPlace = 'remote' | 'local' | 'none';

/** What a span is asked to be. Whatever is left out may be anything. */
export interface SpanFields {
  readonly kind?: SpanKind;
  readonly status?: StatusCode | StatusFields;
  /** These attributes, and any others besides. */
  readonly attributes?: AttributeMatchers;
  /** These attributes and no others. `{}` asks for none at all. */
  readonly onlyAttributes?: AttributeMatchers;
  /** No attribute of these names. */
  readonly noAttributes?: readonly NameMatcher[];
  /** These events, each at least once, and any others besides. */
  readonly events?: readonly EventShape[];
  /** These events, each exactly once, and no others. `[]` asks for none at all. */
  readonly onlyEvents?: readonly EventShape[];
  /** No event of these names. */
  readonly noEvents?: readonly NameMatcher[];
  /** These links, and any others besides. */
  readonly links?: readonly LinkShape[];
  /** No links at all. */
  readonly noLinks?: true;
  /** The scope's name, or name and version. */
  readonly scope?: NameMatcher | ScopeFields;
  /** These resource attributes, and any others besides. */
  readonly resource?: AttributeMatchers;
  /**
   * A remote parent need not be in the trace. A source that does not tell whether a parent is
   * remote is given the benefit: a parent with another resource, or one that is not here, counts
   * as remote.
   */
  readonly parent?: ParentPlace;
  /** How many such spans: a number is exact. Default 1. */
  readonly count?: number | Count;
  /** Other children besides those drawn are welcome. Default `false`. */
  readonly open?: boolean;
}
