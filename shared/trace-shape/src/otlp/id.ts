import type { Place } from './place.ts';

interface IdForm {
  readonly name: string;
  readonly bytes: number;
  readonly hex: RegExp;
  readonly base64: RegExp;
}

/**
 * OTLP writes ids as hex, protobuf's general JSON mapping as base64; their lengths tell them apart.
 */
const traceIdForm: IdForm = {
  name: 'a trace id of 32 hex digits',
  bytes: 16,
  hex: /^[0-9a-f]{32}$/iu,
  base64: /^[\w+/-]{22}(?:==)?$/u,
};

const spanIdForm: IdForm = {
  name: 'a span id of 16 hex digits',
  bytes: 8,
  hex: /^[0-9a-f]{16}$/iu,
  base64: /^[\w+/-]{11}=?$/u,
};

export function readTraceId(place: Place): string {
  return refuseZeroes(place, readId(place, traceIdForm), traceIdForm);
}

export function readSpanId(place: Place): string {
  return refuseZeroes(place, readId(place, spanIdForm), spanIdForm);
}

/** The empty id and the one of zeroes both say that there is no parent. */
export function readParentId(place: Place): string | undefined {
  if (place.text() === '') return undefined;
  const id = readId(place, spanIdForm);
  return isZeroes(id) ? undefined : id;
}

/**
 * The specification keeps links to nowhere when they carry attributes, so zeroes are legal here.
 */
export function readLinkedTraceId(place: Place): string {
  return readLinkedId(place, traceIdForm);
}

export function readLinkedSpanId(place: Place): string {
  return readLinkedId(place, spanIdForm);
}

function readLinkedId(place: Place, form: IdForm): string {
  return place.text() === '' ? '0'.repeat(2 * form.bytes) : readId(place, form);
}

function readId(place: Place, form: IdForm): string {
  const text = place.text();
  if (form.hex.test(text)) return text.toLowerCase();
  if (form.base64.test(text)) return Buffer.from(text, 'base64').toString('hex');
  return place.refuse('OTLP_INVALID_ID', form.name);
}

function refuseZeroes(place: Place, id: string, form: IdForm): string {
  return isZeroes(id) ? place.refuse('OTLP_INVALID_ID', `${form.name}, not all zeroes`) : id;
}

function isZeroes(id: string): boolean {
  return /^0+$/u.test(id);
}
