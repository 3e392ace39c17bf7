import { context, diag, propagation, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { Random } from '@tracelings/lesson-kit';
import type {
  Evidence,
  Json,
  Lesson,
  Moment,
  Scenario,
  ServicesScenario,
} from '@tracelings/lesson-kit';
import type { StartedService } from '@tracelings/lesson-kit';
import { Explanation, Trace } from '@tracelings/trace-shape';
import { spanFromSdk } from '@tracelings/trace-shape/sdk';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

type AnyScenario = Scenario<unknown, unknown> | ServicesScenario<unknown, unknown>;

interface Unwalled {
  readonly lesson: Lesson<unknown>;
  readonly scenarios: Readonly<Record<string, unknown>>;
  readonly subject: unknown;
}

/** As long as an exporter takes that a lesson is judged with. */
const DELIVERY_MS = 2;

/**
 * A lesson's scenarios and checks inside the test's own process, with no wall between the program and
 * its judge: what vitest is at its quickest. Registrations of one run are undone before the next,
 * and still not every check can pass here; each is asked all the same.
 */
export function registerWithoutWall({ lesson, scenarios, subject }: Unwalled): void {
  describe(lesson.title, () => {
    for (const name of Object.keys(lesson.scenarios)) {
      test(`asks every check of ${name}`, async () => {
        const inputs = lesson.inputs(new Random(`1:${name}`));
        const evidence = await runHere(scenarios[name], subject, inputs);
        const run = { inputs, evidence, trace: new Trace(evidence.exported) };
        const checks = lesson.checks.filter(({ scenario }) => scenario === name);
        expect(checks.map((check) => isAnswered(() => check.judge(run)))).not.toContain(false);
      });
    }
  });
}

function isAnswered(ask: () => void): boolean {
  try {
    ask();
    return true;
  } catch (error) {
    return error instanceof Explanation;
  }
}

async function runHere(scenario: unknown, subject: unknown, inputs: unknown): Promise<Evidence> {
  for (const api of [trace, context, propagation, diag]) api.disable();
  const exported: ReadableSpan[] = [];
  const moments: Moment[] = [];
  const observe = (name: string, value: Json): void => {
    const { length } = exported;
    moments.push({ name, value, started: length, ended: length, exported: length });
  };
  const stage = { subject, inputs, exporter: exporterTo(exported), peers: {}, observe };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lesson's own, typed there
  await play(scenario as AnyScenario, stage);
  return evidenceOf(exported, moments);
}

interface Played {
  readonly subject: unknown;
  readonly inputs: unknown;
  readonly exporter: SpanExporter;
  readonly observe: (name: string, value: Json) => void;
}

async function play(scenario: AnyScenario, stage: Played): Promise<void> {
  const peers: Record<string, string> = {};
  if (typeof scenario === 'function') return await scenario({ ...stage, peers });
  const services: StartedService[] = [];
  for (const [name, start] of Object.entries(scenario.services)) {
    const service = await start({ ...stage, peers });
    peers[name] = service.url;
    services.push(service);
  }
  await scenario.drive({ ...stage, subject: undefined, peers });
  await Promise.all(services.toReversed().map(async (service) => service.stop()));
}

function exporterTo(exported: ReadableSpan[]): SpanExporter {
  return {
    export(spans, onResult) {
      setTimeout(() => {
        exported.push(...spans);
        onResult({ code: 0 });
      }, DELIVERY_MS);
    },
    forceFlush: () => pause(DELIVERY_MS),
    shutdown: () => pause(DELIVERY_MS),
  };
}

function evidenceOf(spans: readonly ReadableSpan[], moments: readonly Moment[]): Evidence {
  const exported = spans.map((span) => spanFromSdk(span));
  return {
    started: exported,
    ended: exported,
    exported,
    open: [],
    unrecorded: [],
    endCalls: exported.map(({ traceId, spanId }) => ({ traceId, spanId })),
    registrations: [true],
    diagnostics: [],
    observed: Object.fromEntries(moments.map(({ name, value }) => [name, value])),
    moments,
    ending: { kind: 'finished' },
    handles: [],
    output: { stdout: '', stderr: '' },
    leftProcesses: false,
    durationMs: 0,
  };
}
