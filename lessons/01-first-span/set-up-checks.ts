import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { countOf, failureOf, knownSpans } from './facts.ts';
import type { OrderRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const registered: Check<Inputs> = {
  id: 'registered',
  title: 'a tracer provider is registered',
  points: 1,
  scenario: 'order',
  judge(run) {
    if (run.evidence.registrations.includes(true)) return;
    const sought = 'a tracer provider that the whole program can find';
    refuseBrokenMain(run, sought);
    throw new Explanation({
      sought,
      found: 'none: the order was charged as it should be, and no span could be recorded',
      because:
        'startTracing() builds a provider and keeps it to itself. Until one is registered, every ' +
        'tracer hands out spans that record nothing, and no warning says so',
      next:
        'in src/tracing.ts, once the provider is built, call ' +
        '`trace.setGlobalTracerProvider(provider)`; `trace` comes from @opentelemetry/api',
      kind: 'nothing',
    });
  },
};

export const wired: Check<Inputs> = {
  id: 'wired',
  title: 'the provider hands its spans to the exporter',
  points: 1,
  scenario: 'order',
  judge(run) {
    const sought = 'a provider with a processor that holds the exporter';
    const failure = failureOf(run);
    if (countOf(run, 'exportersMade') === 0) {
      if (!missesExporter(failure)) refuseBrokenMain(run, sought);
      throw new Explanation({
        sought,
        found: '`createExporter` was never called, so there is no exporter to take a span',
        because:
          'a provider without a processor makes spans and drops them, and a processor with an ' +
          'exporter of its own sends them where nobody asked for them',
        next:
          'in src/tracing.ts, list `new SimpleSpanProcessor({ exporter: createExporter() })` ' +
          "among the provider's `spanProcessors`",
        kind: 'nothing',
      });
    }
    if (failure === '' || run.evidence.exported.length > 0) return;
    if (missesExporter(failure)) {
      throw new Explanation({
        sought,
        found: `main() rejected before a span reached the exporter: ${failure}`,
        because:
          'a provider takes a list of processors, and since SDK 3 a processor takes one object. ' +
          'Many articles still hand over the exporter itself, and the processor then finds none',
        next: 'write `spanProcessors: [new SimpleSpanProcessor({ exporter: createExporter() })]`',
      });
    }
    if (knownSpans(run).length === 0) refuseBrokenMain(run, sought);
  },
};

/** What the SDK says of a list that is none, of a processor that is none, and of a missing exporter. */
function missesExporter(failure: string): boolean {
  return /iterable|onStart|_exporter|\(reading '(export|shutdown)'\)/.test(failure);
}

/** An error of the program's own explains everything that is missing after it. */
function refuseBrokenMain(run: OrderRun, sought: string): void {
  const failure = failureOf(run);
  if (failure === '') return;
  throw new Explanation({
    sought,
    found: `main() rejected before there was one: ${failure}`,
    ...remedyOf(failure),
  });
}

function remedyOf(failure: string): { because: string; next: string } {
  const because = 'providers had this method before SDK 3, and many articles call it still';
  if (/\bregister is not/.test(failure)) {
    return { because, next: 'call `trace.setGlobalTracerProvider(provider)` in its place' };
  }
  if (/\baddSpanProcessor is not/.test(failure)) {
    return { because, next: 'hand `spanProcessors: […]` to `new TracerProvider` in its place' };
  }
  return {
    because: 'the bank had nothing against this order, so the error comes from the program itself',
    next: 'mend this error first; the checks go on from there',
  };
}
