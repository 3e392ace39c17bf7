import { printableName } from '../span-label.ts';
import { cut } from '../text.ts';

const NAME_COLUMNS = 48;

/** A name as messages speak of it. */
export function quoted(name: string): string {
  return `\`${cut(printableName(name), NAME_COLUMNS)}\``;
}

/** "a", "a and b", "a, b and c"; after `limit` of them "and 7 more". */
export function listed(words: readonly string[], limit = 6): string {
  if (words.length > limit) {
    const more = words.length - limit + 1;
    return `${words.slice(0, limit - 1).join(', ')} and ${more} more`;
  }
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** "1 span", "3 spans". */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** Names quoted, each once, with how often it comes: "`a` and `b` (3 times)". */
export function listedNames(names: Iterable<string>, limit = 6): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const words = [...times].map(([name, count]) =>
    count === 1 ? quoted(name) : `${quoted(name)} (${count} times)`,
  );
  return listed(words, limit);
}
