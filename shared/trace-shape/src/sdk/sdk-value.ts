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
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return copyNumber(value);
  if (typeof value === 'bigint') return copyInteger(value);
  return typeof value === 'object' ? copyObject(value, depth) : undefined;
}

/** Exporters send whole numbers as integers, however large, so they come back as these. */
function copyNumber(value: number): AttributeValue {
  return Number.isInteger(value) ? (copyInteger(BigInt(value)) ?? value) : value;
}

function copyInteger(value: bigint): AttributeValue | undefined {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  return BigInt.asIntN(64, value) === value ? value : undefined;
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
