import { setTimeout as pause } from 'node:timers/promises';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Scenario, Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import type * as starter from './starter/main.ts';

type Subject = typeof starter;
type Run = Stage<Subject, Inputs>;
type Receipt = Awaited<ReturnType<Subject['main']>>;

/** How long the bank thinks. Long enough to tell a span around the work from one beside it. */
const BANK_MS = 20;

/** The bank pays. */
export const order: Scenario<Subject, Inputs> = (run) =>
  charge(run, {
    createExporter: () => run.exporter,
    answer: ({ orderId, reference }) => ({ orderId, reference }),
  });

/** The bank declines. */
export const declined: Scenario<Subject, Inputs> = (run) =>
  charge(run, {
    createExporter: () => run.exporter,
    answer: ({ refusal }) => {
      throw new Error(refusal);
    },
  });

/** The exporter cannot be made. */
export const brokenExporter: Scenario<Subject, Inputs> = (run) =>
  charge(run, {
    createExporter: () => {
      throw new Error(run.inputs.setUpFailure);
    },
    answer: ({ orderId, reference }) => ({ orderId, reference }),
  });

interface World {
  readonly createExporter: () => SpanExporter;
  readonly answer: (inputs: Inputs) => Receipt;
}

async function charge(run: Run, { createExporter, answer }: World): Promise<void> {
  const { subject, inputs } = run;
  const { orderId: id, euros } = inputs;
  const deliveries = watchDeliveries(run);
  let asked = 0;
  const bank = async (): Promise<Receipt> => {
    run.observe('timesAsked', (asked += 1));
    if (asked === 1) {
      run.observe('askedAt', Date.now());
    }
    const began = performance.now();
    await pause(BANK_MS);
    run.observe('answeredAfterMs', performance.now() - began);
    return answer(inputs);
  };
  try {
    const receipt: Partial<Receipt> | undefined = await subject.main({
      order: { id, euros },
      bank,
      createExporter: () => deliveries.of(createExporter()),
    });
    run.observe('reference', String(receipt?.reference));
  } catch (error) {
    run.observe('failure', reasonsOf(error));
  } finally {
    deliveries.close();
  }
}

/** Counts the spans that are delivered while `main` is still at work. */
function watchDeliveries(run: Run) {
  let made = 0;
  let delivered = 0;
  let open = true;
  return {
    of(exporter: SpanExporter): SpanExporter {
      run.observe('exportersMade', (made += 1));
      return {
        export: (spans, onResult) =>
          exporter.export(spans, (result) => {
            if (open) run.observe('deliveredInTime', (delivered += spans.length));
            onResult(result);
          }),
        forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
        shutdown: () => exporter.shutdown(),
      };
    },
    close: () => {
      open = false;
    },
  };
}

/** An error's message and those of its causes. */
function reasonsOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined || depth > 5) return error.message;
  return `${error.message}: ${reasonsOf(error.cause, depth + 1)}`;
}
