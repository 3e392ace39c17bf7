const units = [
  { text: 's', nanoseconds: 1_000_000_000 },
  { text: 'ms', nanoseconds: 1_000_000 },
  { text: 'µs', nanoseconds: 1_000 },
  { text: 'ns', nanoseconds: 1 },
] as const;

const digits = 3;

/**
 * A length of time in nanoseconds as people read it, in three digits: `12.3 ms`, `850 µs`, `0 ns`.
 * From two minutes on in minutes and seconds: `2 min 5 s`. A span of a clock that was set back has a
 * negative one, with a minus in front.
 */
export function durationText(nanoseconds: bigint): string {
  if (nanoseconds < 0n) return `-${durationText(-nanoseconds)}`;
  const length = Number(nanoseconds);
  const seconds = Math.round(length / 1e9);
  if (seconds >= 120) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const unit = units.find((candidate) => length >= candidate.nanoseconds) ?? units[3];
  return `${shorten(length / unit.nanoseconds)} ${unit.text}`;
}

/** Three digits, and never an exponent: 999.9 of a unit is 1000 of it. */
function shorten(count: number): string {
  return String(count >= 100 ? Math.round(count) : Number(count.toPrecision(digits)));
}
