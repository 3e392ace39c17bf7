import { OtlpError } from './otlp-error.ts';
import { readDouble, readInt64 } from './number.ts';
import type { Place } from './place.ts';
import type { AttributeValue, Attributes } from '../span.ts';

type Reader = (place: Place, depthLeft: number) => AttributeValue;

const readers: Readonly<Record<string, Reader>> = {
  stringValue: (place) => place.text(),
  boolValue: readBoolean,
  intValue: readInt64,
  doubleValue: readDouble,
  bytesValue: readBytes,
  arrayValue: (place, depthLeft) => {
    return place
      .field('values')
      .items()
      .map((item) => readValue(item, depthLeft - 1));
  },
  kvlistValue: (place, depthLeft) => readKeyValues(place.field('values'), depthLeft - 1),
};

const valueFields = Object.keys(readers);

/** Keys should be unique; where they are not, the last one wins. */
export function readAttributes(place: Place): Attributes {
  return readKeyValues(place, place.allowance.attributeDepth);
}

/** `fromEntries` defines properties where assignment would run the `__proto__` setter. */
function readKeyValues(place: Place, depthLeft: number): Attributes {
  return Object.fromEntries(
    place.items().map((pair) => {
      return [pair.field('key').text(), readValue(pair.field('value'), depthLeft)];
    }),
  );
}

function readValue(place: Place, depthLeft: number): AttributeValue {
  if (depthLeft < 0) refuseDepth(place);
  const [name, other] = valueFields.filter((field) => place.has(field));
  if (name === undefined) return null;
  if (other !== undefined)
    place.refuse('OTLP_WRONG_VALUE', 'one value', `Keep one of ${name} and ${other}.`);
  return readers[name]?.(place.field(name), depthLeft) ?? null;
}

/** The attribute is named rather than the value inside of it, whose path would fill the screen. */
function refuseDepth(place: Place): never {
  const path = place.path.replace(/\.value\..*$/u, '.value');
  const limit = place.allowance.attributeDepth;
  const message = `${path} nests more than ${limit} levels deep. Flatten the attribute, or raise the limit.`;
  throw new OtlpError('OTLP_TOO_DEEP', path, message);
}

function readBoolean(place: Place): boolean {
  if (typeof place.value !== 'boolean') place.refuse('OTLP_WRONG_TYPE', 'true or false');
  return place.value;
}

function readBytes(place: Place): Uint8Array {
  const text = place.text();
  if (!/^[\w+/-]*={0,2}$/u.test(text)) place.refuse('OTLP_WRONG_VALUE', 'bytes in base64');
  return Uint8Array.from(Buffer.from(text, 'base64'));
}
