import type { OtlpKeyValue, OtlpValue } from './otlp-json.ts';
import type { AttributeValue, Attributes } from '../span.ts';

export function encodeAttributes(attributes: Attributes): OtlpKeyValue[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: encodeValue(value) }));
}

function encodeValue(value: AttributeValue): OtlpValue {
  if (value === null) return {};
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'bigint') return encodeBigint(value);
  return typeof value === 'number' ? encodeNumber(value) : encodeObject(value);
}

/** A double of a whole value is written as an integer: JavaScript does not tell them apart. */
function encodeNumber(value: number): OtlpValue {
  if (Object.is(value, -0)) return { doubleValue: '-0' };
  if (Number.isSafeInteger(value)) return { intValue: String(value) };
  return { doubleValue: Number.isFinite(value) ? value : String(value) };
}

function encodeBigint(value: bigint): OtlpValue {
  const fits = BigInt.asIntN(64, value) === value;
  return fits ? { intValue: String(value) } : { stringValue: String(value) };
}

function encodeObject(value: Exclude<AttributeValue, string | number | bigint | boolean | null>) {
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString('base64') };
  if (isList(value)) return { arrayValue: { values: value.map(encodeValue) } };
  return { kvlistValue: { values: encodeAttributes(value) } };
}

/** `Array.isArray` does not narrow away a readonly array. */
function isList(value: object): value is readonly AttributeValue[] {
  return Array.isArray(value);
}
