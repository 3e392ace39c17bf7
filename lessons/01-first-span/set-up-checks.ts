import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { countOf, failureOf } from './facts.ts';
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
    if (countOf(run, 'exportersMade') === 0) {
      refuseBrokenMain(run, sought);
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
    if (failureOf(run) !== '' && run.evidence.exported.length === 0) {
      throw new Explanation({
        sought,
        found: `main() rejected before a span reached the exporter: ${failureOf(run)}`,
        because:
          'processors take one object since SDK 3. Many articles still hand over the exporter ' +
          'itself, and the processor then finds none',
        next: 'write `new SimpleSpanProcessor({ exporter: createExporter() })`',
      });
    }
  },
};

/** An error of the program's own explains everything that is missing after it. */
function refuseBrokenMain(run: OrderRun, sought: string): void {
  if (failureOf(run) === '') return;
  throw new Explanation({
    sought,
    found: `main() rejected before there was one: ${failureOf(run)}`,
    because: 'the bank had nothing against this order, so the error comes from the program itself',
    next: 'mend this error first; the checks go on from there',
  });
}
