import type { Place } from './place.ts';

const largestUnsigned = 2n ** 64n - 1n;
const largestSigned = 2n ** 63n - 1n;

/** Nanoseconds since the epoch; 0n when absent, as protobuf has it. */
export function readTime(place: Place): bigint {
  return readInteger(place, 0n, largestUnsigned, 'nanoseconds as a string of digits');
}

/** A number while that is exact, a bigint beyond. */
export function readInt64(place: Place): number | bigint {
  const integer = readInteger(place, -largestSigned - 1n, largestSigned, 'a 64-bit integer');
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : integer;
}

/** Bits; the unsigned 32 of protobuf's `fixed32`. */
export function readBits(place: Place): number {
  return Number(readInteger(place, 0n, 2n ** 32n - 1n, 'an unsigned 32-bit integer'));
}

/** A double, which JSON can only carry as a string where it is not finite. */
export function readDouble(place: Place): number {
  const { value } = place;
  if (typeof value === 'number') return value;
  if (value === 'NaN') return Number.NaN;
  const isNumeric = typeof value === 'string' && numeric.test(value);
  return isNumeric ? Number(value) : place.refuse('OTLP_WRONG_TYPE', 'a number');
}

const numeric = /^-?(?:Infinity|\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/iu;

function readInteger(place: Place, least: bigint, most: bigint, sought: string): bigint {
  if (place.isAbsent) return 0n;
  const integer = toInteger(place.value);
  if (integer === undefined) return place.refuse('OTLP_WRONG_TYPE', sought);
  if (integer >= least && integer <= most) return integer;
  return place.refuse('OTLP_WRONG_VALUE', `${sought} from ${least} to ${most}`);
}

/** A megabyte of digits takes minutes to convert, so their number is looked at first. */
function toInteger(value: unknown): bigint | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d{1,20}$/u.test(value)) return BigInt(value);
  return undefined;
}
