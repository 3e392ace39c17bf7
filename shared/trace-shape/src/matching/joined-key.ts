/** One key for several: the lengths keep apart what a separator in the text would mix up. */
export function joinKeys(keys: readonly string[]): string {
  let joined = '';
  for (const key of keys) joined += `${key.length}:${key}`;
  return joined;
}
