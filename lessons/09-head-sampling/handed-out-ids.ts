import { RandomIdGenerator, type IdGenerator } from '@opentelemetry/sdk-trace';

/** Gives the next trace the id that it is meant to have, so that it is known which of them a ratio keeps. */
export class HandedOutIds implements IdGenerator {
  readonly #random = new RandomIdGenerator();
  readonly #spare: string[];
  #next: string | undefined;

  constructor(spare: readonly string[]) {
    this.#spare = [...spare];
  }

  /** For the next trace that begins; it is passed over if there is another offer before that. */
  offer(traceId: string): void {
    this.#next = traceId;
  }

  readonly generateTraceId = (): string => {
    const traceId = this.#next ?? this.#spare.shift() ?? this.#random.generateTraceId();
    this.#next = undefined;
    return traceId;
  };

  readonly generateSpanId = (): string => this.#random.generateSpanId();
}
