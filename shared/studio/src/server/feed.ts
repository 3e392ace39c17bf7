import type { ServerResponse } from 'node:http';

const heartbeatMs = 15_000;
/** Nobody sees more than that. */
const leastBetweenMs = 40;

/**
 * The states that tabs are sent, as server-sent events. The latest wins: a tab that reads slowly
 * misses some in between and never makes anybody wait, and however many tabs there are, a state is
 * written as text once.
 */
export class Feed implements Disposable {
  readonly #tabs = new Set<Tab>();
  readonly #heart: NodeJS.Timeout;
  #latest: Buffer | undefined;
  #turn: NodeJS.Timeout | undefined;
  #lastTurn = 0;

  constructor() {
    this.#heart = setInterval(() => this.#beat(), heartbeatMs);
    this.#heart.unref();
  }

  /** Sent at once, or when the last one was sent long enough ago and none came after it. */
  publish(state: string): void {
    this.#latest = Buffer.from(`data: ${state}\n\n`);
    const dueIn = Math.max(0, this.#lastTurn + leastBetweenMs - performance.now());
    this.#turn ??= setTimeout(() => this.#send(), dueIn);
  }

  #send(): void {
    this.#turn = undefined;
    this.#lastTurn = performance.now();
    for (const tab of this.#tabs) tab.offer(this.#latest);
  }

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // The tab asks again this soon when the connection is lost.
    response.write('retry: 500\n\n');
    const tab = new Tab(response);
    this.#tabs.add(tab);
    response.on('close', () => this.#tabs.delete(tab));
    tab.offer(this.#latest);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#heart);
    clearTimeout(this.#turn);
    for (const tab of this.#tabs) tab.end();
  }

  /** Finds connections that are no more, and keeps those that are. */
  #beat(): void {
    for (const tab of this.#tabs) tab.beat();
  }
}

/** One open page. Holds no more than one state that it has not taken yet. */
class Tab {
  readonly #response: ServerResponse;
  #isFull = false;
  #waiting: Buffer | undefined;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.on('drain', () => this.#drained());
  }

  offer(event: Buffer | undefined): void {
    if (event === undefined) return;
    if (this.#isFull) this.#waiting = event;
    else this.#isFull = !this.#response.write(event);
  }

  beat(): void {
    if (!this.#isFull) this.#isFull = !this.#response.write(': still here\n\n');
  }

  end(): void {
    this.#response.end();
  }

  #drained(): void {
    this.#isFull = false;
    const event = this.#waiting;
    this.#waiting = undefined;
    this.offer(event);
  }
}
