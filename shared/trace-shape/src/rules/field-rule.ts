import type { ExplanationKind } from '../explanation/explanation.ts';
import { isMatcher, type AttributeMatchers, type ValueMatcher } from '../shape/matcher.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { keyOf } from './value.ts';

/** What a span should have and what it has, as phrases that follow "with". */
export interface FieldDifference {
  readonly wanted: string;
  readonly had: string;
  readonly because?: string | undefined;
  readonly next?: string | undefined;
  /** The two in a few words, for a drawing. */
  readonly notes?: { readonly wanted: string; readonly had: string };
}

/** One thing that a shape asks of one span, with no regard to its place among others. */
export interface FieldRule {
  /** What it is about: "kind", "attribute http.route". */
  readonly field: string;
  /** Rules with the same identity ask for the same thing. */
  readonly identity: string;
  /** Where one exact value is asked for: how to read it, so that a table can find the span. */
  readonly literal?: { readonly value: string; readonly read: (span: Span) => string };
  /** `wrong-field` where it is left out. */
  readonly kind?: ExplanationKind;
  readonly passes: (span: Span, trace: Trace) => boolean;
  /** Asked only about a span that does not pass. */
  readonly explain: (span: Span, trace: Trace) => FieldDifference;
}

interface LiteralRule {
  readonly field: string;
  readonly value: string;
  readonly read: (span: Span) => string;
  readonly explain: FieldRule['explain'];
}

/** A rule that asks for one exact value. */
export function literalRule({ field, value, read, explain }: LiteralRule): FieldRule {
  return {
    field,
    identity: `=${value}`,
    literal: { value, read },
    passes: (span) => read(span) === value,
    explain,
  };
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** Matchers with the same identity accept the same values. */
export function identityOf(matcher: ValueMatcher): string {
  if (matcher instanceof RegExp) return String(matcher);
  return isMatcher(matcher) ? objectIdentity(matcher) : `=${keyOf(matcher)}`;
}

export function identityOfAll(matchers: AttributeMatchers): string {
  const pairs = Object.entries(matchers).map(([name, matcher]) => [name, identityOf(matcher)]);
  return JSON.stringify(pairs);
}

/** Of a test nothing can be known but that it is the same object. */
function objectIdentity(object: object): string {
  const known = identities.get(object);
  if (known !== undefined) return `#${known}`;
  lastIdentity += 1;
  identities.set(object, lastIdentity);
  return `#${lastIdentity}`;
}
