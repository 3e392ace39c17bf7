import type { Random } from '@tracelings/lesson-kit';

const WORD = 2 ** 32;

/** Next to a ratio, and farther from it than samplers that read few digits of an id are from each other. */
const CLOSE = 0.0005;

/**
 * As many places between 0 and 1, at even distances, but for one on either side of the ratio: these
 * are so close to it that hardly another ratio keeps the same.
 */
export function placesAround(ratio: number, count: number): number[] {
  const kept = Math.round(ratio * count);
  return Array.from({ length: count }, (_, index) => {
    if (index === kept - 1) return ratio - CLOSE;
    return index === kept ? ratio + CLOSE : (index + 0.5) / count;
  });
}

/**
 * A trace id at a place between 0 and 1, in the eyes of samplers that take their ratio from it: a
 * ratio above the place keeps it. Samplers differ in where they look. The first half, the last
 * word, and all four words folded into one all give the place. The last 56 bits, of which the
 * specification's consistent sampling keeps the high ones, give its complement.
 */
export function drawTraceId(random: Random, place: number): string {
  const noise = Number.parseInt(random.hex(8), 16);
  const folded = Math.floor(place * WORD);
  const first = blur(folded, noise >>> 16);
  const last = blur(folded, noise);
  const third = join(folded, Math.floor((1 - place) * WORD));
  const second = (folded ^ first ^ third ^ last) >>> 0;
  return [first, second, third, last].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The high half of a word, and a low half that says nothing. */
function blur(word: number, noise: number): number {
  return ((word & 0xffff_0000) | (noise & 0xffff)) >>> 0;
}

/** The highest byte of one word, then the three highest of another. */
function join(one: number, other: number): number {
  return ((one & 0xff00_0000) | (other >>> 8)) >>> 0;
}
