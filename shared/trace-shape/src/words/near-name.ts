/** The candidate that a slip of the keyboard may have meant; `undefined` when none is close. */
export function nearestOf(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, likeness: likenessOf(name, candidate) }))
    .filter(({ likeness }) => likeness >= 0.6)
    .toSorted((one, other) => other.likeness - one.likeness);
  return ranked[0]?.candidate;
}

/** From 0, nothing in common, to 1, the same but for case and punctuation. */
export function likenessOf(one: string, other: string): number {
  const left = plain(one);
  const right = plain(other);
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return one === other ? 1 : 0;
  return 1 - editsBetween(left, right) / longest;
}

/** Names come from programs nobody vouches for, and the comparison is quadratic in their length. */
const COMPARED_LENGTH = 64;

function plain(name: string): string {
  return name
    .slice(0, COMPARED_LENGTH)
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, '');
}

function editsBetween(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 0; row < one.length; row += 1) {
    const current = [row + 1];
    for (let column = 0; column < other.length; column += 1) {
      const replaced = (previous[column] ?? 0) + Number(one[row] !== other[column]);
      const added = (current[column] ?? 0) + 1;
      const removed = (previous[column + 1] ?? 0) + 1;
      current.push(Math.min(replaced, added, removed));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
