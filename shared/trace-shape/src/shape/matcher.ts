import type { AttributeValue } from '../span.ts';

/** A test with a name, so that a message can say what it wanted. Made by {@link matching}. */
export interface Matcher {
  /** What it wants, as a noun phrase: "a positive number". */
  readonly description: string;
  readonly test: (value: AttributeValue) => boolean;
}

/** A literal, a pattern for strings, or a named test. */
export type ValueMatcher = AttributeValue | RegExp | Matcher;

/** A name in full, or a pattern that it matches. */
export type NameMatcher = string | RegExp;

/** Values by attribute name. */
export type AttributeMatchers = Readonly<Record<string, ValueMatcher>>;

/**
 * A matcher for values that no literal and no pattern describes.
 *
 * The test sees a value only where there is one: an absent attribute never matches. A test that
 * throws counts as "does not match", because the value comes from a program nobody vouches for.
 *
 * @param description what it wants, as a noun phrase; messages read "expected a positive number".
 *
 * @example
 * ```ts
 * const positive = matching('a positive number', (value) => typeof value === 'number' && value > 0);
 * span('charge card', { attributes: { 'shop.amount': positive } });
 * ```
 */
export function matching(description: string, test: (value: AttributeValue) => boolean): Matcher {
  return Object.freeze({ description, test });
}

/** Any value at all, as long as there is one. */
export const anyValue: Matcher = matching('any value', () => true);

export function isMatcher(value: ValueMatcher): value is Matcher {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return false;
  return 'test' in value && typeof value.test === 'function';
}
