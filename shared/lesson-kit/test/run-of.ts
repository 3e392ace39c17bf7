import { remarksOf, runScenario } from '../src/index.ts';
import type { Evidence, ScenarioOrder } from '../src/index.ts';
import { endingSentence } from '../src/verdict/ending-sentence.ts';
import { errandLesson, withPlan } from './fixture-lessons.ts';
import { writeSubject } from './written-subject.ts';

interface RunOptions extends Partial<ScenarioOrder> {
  readonly limitMs?: number;
  /** More files of the subject. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs a program that stands in the test, and gives what it left. */
export async function runOf(
  main: string,
  { limitMs, files, ...order }: RunOptions = {},
): Promise<Evidence> {
  await using subject = await writeSubject(main, files);
  return await runScenario({
    lesson: limitMs === undefined ? errandLesson : withPlan(errandLesson, { timeLimitMs: limitMs }),
    scenario: 'errand',
    subject: subject.directory,
    inputs: { orderId: 'order-7f3a09c1' },
    sink: { kind: 'memory' },
    ...order,
  });
}

/** What a person is told of a run: how it ended, and what else there is to know. */
export function toldOf(evidence: Evidence): string {
  const told = [endingSentence(evidence, 'main.ts'), ...remarksOf(evidence, 'main.ts')];
  return [...new Set(told)].join('\n');
}

/** The setting-up that most programs in the tests begin with. */
export const setUp = `
import { context, diag, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { AlwaysOffSampler, BatchSpanProcessor, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
function register(exporter, more = {}) {
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })], ...more });
  trace.setGlobalTracerProvider(provider);
  return provider;
}
`;
