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
  readonly literal?: Literal | undefined;
  /** `wrong-field` where it is left out. */
  readonly kind?: ExplanationKind;
  passes(span: Span, trace: Trace): boolean;
  /** Asked only about a span that does not pass. */
  explain(span: Span, trace: Trace): FieldDifference;
}

/** Where one exact value is asked for: how to read it, so that a table can find the span. */
export interface Literal {
  readonly value: string;
  read(span: Span): string;
}

interface LiteralParts {
  readonly field: string;
  readonly value: string;
  readonly read: (span: Span) => string;
  readonly explain: (span: Span, trace: Trace) => FieldDifference;
}

/** A rule that asks for one exact value. */
export function literalRule(parts: LiteralParts): FieldRule {
  return new LiteralRule(parts);
}

/** A class, since shapes with a hundred thousand of them are matched too. */
class LiteralRule implements FieldRule, Literal {
  readonly field: string;
  readonly value: string;
  readonly read: LiteralParts['read'];
  readonly explain: LiteralParts['explain'];

  constructor({ field, value, read, explain }: LiteralParts) {
    this.field = field;
    this.value = value;
    this.read = read;
    this.explain = explain;
  }

  get literal(): Literal {
    return this;
  }

  get identity(): string {
    return `=${this.value}`;
  }

  passes(span: Span): boolean {
    return this.read(span) === this.value;
  }
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
