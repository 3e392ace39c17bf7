import { nearMiss } from './attribute-near-miss.ts';
import { identityOf, type FieldDifference, type FieldRule, type Literal } from './field-rule.ts';
import type { AttributeMatchers, NameMatcher, ValueMatcher } from '../shape/matcher.ts';
import { listed, quoted } from '../words/phrase.ts';
import { namesToday } from './renamed-attributes.ts';
import type { AttributeValue, Attributes, Span } from '../span.ts';
import { isLiteral, keyOf, nameMatches, valueMatches, valueText, wantedText } from './value.ts';

/** The noun that messages use, and where the values are. */
export interface AttributeSource {
  readonly noun: string;
  readonly of: (span: Span) => Attributes;
  /** How to add one. */
  readonly setter: (name: string) => string;
  /** The fields that rules were made for, by the attribute's name. */
  readonly fields: Map<string, string>;
}

export const spanAttributes: AttributeSource = {
  noun: 'attribute',
  of: (span) => span.attributes,
  setter: (name) => `set it on the span: span.setAttribute('${name}', …)`,
  fields: new Map(),
};

export const resourceAttributes: AttributeSource = {
  noun: 'resource attribute',
  of: (span) => span.resource,
  setter: (name) => `give the provider a resource that has it: '${name}'`,
  fields: new Map(),
};

export function attributeRules(source: AttributeSource, wanted: AttributeMatchers): FieldRule[] {
  return Object.entries(wanted).map(([name, matcher]) => new AttributeRule(source, name, matcher));
}

/** No attributes besides these. */
export function noOtherRule(source: AttributeSource, allowed: AttributeMatchers): FieldRule {
  const names = Object.keys(allowed);
  const others = (span: Span) =>
    Object.keys(source.of(span)).filter((name) => !Object.hasOwn(allowed, name));
  return {
    field: `other ${source.noun}s`,
    identity: JSON.stringify(names.toSorted()),
    passes: (span) => others(span).length === 0,
    explain: (span) => ({
      wanted:
        names.length === 0
          ? `no ${source.noun}s`
          : `no ${source.noun}s besides ${listed(names.map(quoted), names.length)}`,
      had: `${listed(others(span).map(quoted))} too`,
      next: `remove ${quoted(others(span)[0] ?? '')}`,
    }),
  };
}

/** No attribute of this name. */
export function absenceRule(source: AttributeSource, unwanted: NameMatcher): FieldRule {
  const culprit = (span: Span) =>
    Object.keys(source.of(span)).find((name) => nameMatches(name, unwanted));
  return {
    field: `no ${source.noun} ${String(unwanted)}`,
    identity: identityOf(unwanted),
    passes: (span) => culprit(span) === undefined,
    explain: (span) => explainPresence(source, span, culprit(span) ?? '', unwanted),
  };
}

export function readAttribute(attributes: Attributes, name: string) {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** A class, since a shape may ask for a hundred thousand values: one object each, and no more. */
class AttributeRule implements FieldRule, Literal {
  readonly field: string;
  readonly value: string;
  readonly #source: AttributeSource;
  readonly #name: string;
  readonly #wanted: ValueMatcher;

  constructor(source: AttributeSource, name: string, wanted: ValueMatcher) {
    this.#source = source;
    this.#name = name;
    this.#wanted = wanted;
    this.field = fieldOf(source, name);
    this.value = identityOf(wanted);
  }

  get identity(): string {
    return this.value;
  }

  get literal(): Literal | undefined {
    return isLiteral(this.#wanted) ? this : undefined;
  }

  read(span: Span): string {
    return `=${keyOf(readAttribute(this.#source.of(span), this.#name))}`;
  }

  passes(span: Span): boolean {
    return valueMatches(readAttribute(this.#source.of(span), this.#name), this.#wanted);
  }

  explain(span: Span): FieldDifference {
    return explainAttribute(this.#source, span, this.#name, this.#wanted);
  }
}

/** One string for all rules that read the same attribute: comparing and finding it then costs nothing. */
function fieldOf({ noun, fields }: AttributeSource, name: string): string {
  const field = fields.get(name) ?? `${noun} ${name}`;
  fields.set(name, field);
  return field;
}

function explainAttribute(
  source: AttributeSource,
  span: Span,
  name: string,
  wanted: ValueMatcher,
): FieldDifference {
  const attributes = source.of(span);
  const value = readAttribute(attributes, name);
  const phrase = `the ${source.noun} ${quoted(name)}${wantedText(wanted)}`;
  const notes = { wanted: `${name}${wantedText(wanted)}`, had: noteOf(name, value) };
  if (value !== undefined) {
    const had = `the ${source.noun} ${quoted(name)} = ${valueText(value)}`;
    return { wanted: phrase, had, notes, ...typeDifference(value, wanted) };
  }
  const near = nearMiss(name, attributes);
  if (near) return { wanted: phrase, notes: { ...notes, had: near.note }, ...near };
  const had = `no ${source.noun} ${quoted(name)}`;
  return { wanted: phrase, had, notes, next: source.setter(name) };
}

function noteOf(name: string, value: AttributeValue | undefined): string {
  return value === undefined ? `no ${name}` : `${name} = ${valueText(value)}`;
}

function typeDifference(value: unknown, wanted: ValueMatcher): Partial<FieldDifference> {
  if (!isLiteral(wanted) || typeof value === typeof wanted) return {};
  const found = typeof value === 'object' ? 'an object' : `a ${typeof value}`;
  return { because: `the value is ${found}, where a ${typeof wanted} is expected` };
}

function explainPresence(
  source: AttributeSource,
  span: Span,
  name: string,
  unwanted: NameMatcher,
): FieldDifference {
  const value = readAttribute(source.of(span), name) ?? null;
  const today = namesToday(name)[0];
  return {
    wanted: `no ${source.noun} ${typeof unwanted === 'string' ? quoted(unwanted) : `matching ${String(unwanted)}`}`,
    had: `the ${source.noun} ${quoted(name)} = ${valueText(value)}`,
    next: today === undefined ? `remove it` : `use ${quoted(today)}, its name today`,
  };
}
