import type { AttributeValue, Attributes } from '../span.ts';

const deepest = 32;

/**
 * A copy, since a span that is still open goes on changing; values OpenTelemetry cannot carry are
 * left out.
 */
export function copyAttributes(attributes: object | undefined): Attributes {
  return copyEntries(attributes ?? {}, 0);
}

function copyEntries(object: object, depth: number): Attributes {
  const entries: [string, AttributeValue][] = [];
  for (const [key, value] of Object.entries(object)) {
    const copy = copyValue(value, depth);
    if (copy !== undefined) entries.push([key, copy]);
  }
  return Object.fromEntries(entries);
}

function copyValue(value: unknown, depth: number): AttributeValue | undefined {
  if (value === null || isScalar(value)) return value;
  if (typeof value === 'bigint') return copyBigint(value);
  return typeof value === 'object' ? copyObject(value, depth) : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function copyBigint(value: bigint): AttributeValue | undefined {
  if (BigInt.asIntN(64, value) !== value) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A circle ends at the greatest depth too. */
function copyObject(value: object, depth: number): AttributeValue | undefined {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (depth >= deepest) return undefined;
  if (Array.isArray(value)) return copyList(value, depth + 1);
  return isPlain(value) ? copyEntries(value, depth + 1) : undefined;
}

/** A list keeps its length: what cannot be carried, and `undefined`, leave a null behind. */
function copyList(list: readonly unknown[], depth: number): AttributeValue[] {
  return Array.from(list, (item) => copyValue(item, depth) ?? null);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
