import { isMatcher, type NameMatcher, type ValueMatcher } from '../shape/matcher.ts';
import type { AttributeValue } from '../span.ts';
import { cut } from '../text.ts';

const VALUE_COLUMNS = 60;

/** One text per value: two values are equal when their keys are. */
export function keyOf(value: AttributeValue | undefined): string {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number' || typeof value === 'bigint') return `n${numberKey(value)}`;
  if (value === undefined || value === null || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return `x${Buffer.from(value).toString('hex')}`;
  if (isList(value)) return `[${value.map((item) => JSON.stringify(keyOf(item))).join()}]`;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${JSON.stringify(entries.map(([name, item]) => [name, keyOf(item)]))}}`;
}

export function isLiteral(matcher: ValueMatcher): matcher is AttributeValue {
  return !(matcher instanceof RegExp) && !isMatcher(matcher);
}

export function valueMatches(value: AttributeValue | undefined, matcher: ValueMatcher): boolean {
  if (value === undefined) return false;
  if (value === matcher) return true;
  if (matcher instanceof RegExp) return typeof value === 'string' && patternMatches(value, matcher);
  if (isMatcher(matcher)) return passes(() => matcher.test(value));
  return keyOf(value) === keyOf(matcher);
}

export function nameMatches(name: string, wanted: NameMatcher): boolean {
  return typeof wanted === 'string' ? name === wanted : patternMatches(name, wanted);
}

export function valueText(value: AttributeValue): string {
  return cut(literalText(value), VALUE_COLUMNS);
}

export function matcherText(matcher: ValueMatcher): string {
  if (matcher instanceof RegExp) return `matching ${String(matcher)}`;
  return isMatcher(matcher) ? matcher.description : valueText(matcher);
}

/** What follows a name: ` = 5`, ` matching /a/`, `: a positive number`. */
export function wantedText(matcher: ValueMatcher): string {
  if (isMatcher(matcher)) return `: ${matcher.description}`;
  return isLiteral(matcher) ? ` = ${valueText(matcher)}` : ` ${matcherText(matcher)}`;
}

/** The same number is the same value, whether or not the source could read it without a bigint. */
function numberKey(value: number | bigint): string {
  const isHuge =
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return String(isHuge ? BigInt(value) : value);
}

function isList(value: AttributeValue): value is readonly AttributeValue[] {
  return Array.isArray(value);
}

/** A pattern with the flag g or y remembers where it stopped, and would fail every other time. */
function patternMatches(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function passes(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

function literalText(value: AttributeValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (isList(value)) return `[${value.map(literalText).join(', ')}]`;
  const entries = Object.entries(value).map(([name, item]) => `${name}: ${literalText(item)}`);
  return `{${entries.join(', ')}}`;
}
