/** What is kept under several keys in a row. They are not joined into one, which another row could equal. */
export class KeyTree<T> {
  value: T | undefined;
  #next: Map<string, KeyTree<T>> | undefined;

  /** Grows where nothing is yet. */
  under(key: string): KeyTree<T> {
    this.#next ??= new Map<string, KeyTree<T>>();
    const known = this.#next.get(key);
    if (known) return known;
    const grown = new KeyTree<T>();
    this.#next.set(key, grown);
    return grown;
  }

  find(key: string): KeyTree<T> | undefined {
    return this.#next?.get(key);
  }
}
