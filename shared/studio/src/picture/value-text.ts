import { type AttributeValue, type Attributes } from '@tracelings/trace-shape';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import type { Pairs } from './picture.ts';

/** A page is no place for a megabyte in one cell. */
const longest = 4_000;

export function pairsOf(attributes: Attributes): Pairs {
  return Object.entries(attributes).map(
    ([name, value]) => [escapeInvisible(name), valueText(value)] as const,
  );
}

/** A value as people read it: text in quotes, so that `"7"` and `7` can be told apart. */
function valueText(value: AttributeValue): string {
  const text = escapeInvisible(written(value));
  const left = text.length - longest;
  return left <= 0 ? text : `${text.slice(0, longest)} … and ${left} more characters`;
}

function written(value: AttributeValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) {
    return `${value.length} bytes: ${Buffer.from(value.subarray(0, 64)).toString('hex')}`;
  }
  if (isList(value)) return `[${value.map((item) => written(item)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${written(item)}`);
  return `{ ${entries.join(', ')} }`;
}

function isList(value: AttributeValue): value is readonly AttributeValue[] {
  return Array.isArray(value);
}
