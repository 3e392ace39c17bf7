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
  const course = new Course(run);
  const bank = async (): Promise<Receipt> => {
    course.bankAsked();
    await pause(BANK_MS);
    course.bankAnswers();
    return answer(inputs);
  };
  try {
    const receipt: Partial<Receipt> | undefined = await subject.main({
      order: { id, euros },
      bank,
      createExporter: () => course.watch(createExporter()),
    });
    run.observe('reference', String(receipt?.reference));
  } catch (error) {
    run.observe('failure', reasonsOf(error));
  } finally {
    course.mainIsDone();
  }
}

/** Leaves word of what came before what. */
class Course {
  readonly #run: Run;
  #timesAsked = 0;
  #askedAt = 0;
  #hasAnswered = false;
  #exportersMade = 0;
  #delivered = 0;
  #isMainDone = false;

  constructor(run: Run) {
    this.#run = run;
  }

  bankAsked(): void {
    this.#run.observe('timesAsked', (this.#timesAsked += 1));
    if (this.#timesAsked > 1) return;
    this.#askedAt = performance.now();
    this.#run.observe('askedAt', Date.now());
  }

  bankAnswers(): void {
    if (this.#hasAnswered) return;
    this.#hasAnswered = true;
    this.#run.observe('answeredAfterMs', performance.now() - this.#askedAt);
  }

  mainIsDone(): void {
    this.#isMainDone = true;
  }

  watch(exporter: SpanExporter): SpanExporter {
    this.#run.observe('exportersMade', (this.#exportersMade += 1));
    return {
      export: (spans, onResult) => {
        if (!this.#hasAnswered) this.#run.observe('exportedBeforeAnswer', true);
        exporter.export(spans, (result) => {
          this.#delivered += spans.length;
          if (!this.#isMainDone) this.#run.observe('deliveredInTime', this.#delivered);
          onResult(result);
        });
      },
      forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
      shutdown: () => exporter.shutdown(),
    };
  }
}

/** An error's message and those of its causes. */
function reasonsOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined || depth > 5) return error.message;
  return `${error.message}: ${reasonsOf(error.cause, depth + 1)}`;
}
