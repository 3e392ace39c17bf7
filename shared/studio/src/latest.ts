/**
 * Hands one thing at a time to whoever takes it, always the latest. However often something new is
 * there, a slow taker makes nobody wait, and what was overtaken is never even made.
 */
export class Latest {
  #isTaking = false;
  #next: (() => Promise<void>) | undefined;

  /** @param hand gives it away, and resolves when it was taken */
  offer(hand: () => Promise<void>): void {
    this.#next = hand;
    if (!this.#isTaking) void this.#handAll();
  }

  async #handAll(): Promise<void> {
    this.#isTaking = true;
    try {
      for (let hand = this.#next; hand; hand = this.#next) {
        this.#next = undefined;
        await hand();
      }
    } finally {
      this.#isTaking = false;
    }
  }
}
