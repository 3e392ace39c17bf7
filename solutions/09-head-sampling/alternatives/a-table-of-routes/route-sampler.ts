import { SpanKind } from '@opentelemetry/api';
import type { Sampler, SamplingResult } from '@opentelemetry/sdk-trace';

type Rule = readonly [spanName: string, sampler: Sampler];

/** Asks a sampler that belongs to a route, and another one for whatever else begins a trace. */
export class RouteSampler implements Sampler {
  readonly #rules: readonly Rule[];
  readonly #others: Sampler;

  constructor(rules: readonly Rule[], others: Sampler) {
    this.#rules = rules;
    this.#others = others;
  }

  shouldSample(...asked: Parameters<Sampler['shouldSample']>): SamplingResult {
    const [, , name, kind] = asked;
    const rule = this.#rules.find(([route]) => kind === SpanKind.SERVER && route === name);
    return (rule?.[1] ?? this.#others).shouldSample(...asked);
  }

  toString(): string {
    const rules = this.#rules.map(([route, sampler]) => `${route}: ${sampler.toString()}`);
    return `Route{${rules.join(', ')}, others: ${this.#others.toString()}}`;
  }
}
