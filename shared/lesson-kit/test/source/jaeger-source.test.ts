import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { jaegerForTests, sharedJaeger } from '@tracelings/jaeger';
import type { RunningJaeger } from '@tracelings/jaeger';
import { beforeAll, describe, it, vi } from 'vitest';
import { jaegerSource, judge, memorySource, openSubject } from '../../src/index.ts';
import type { Judgement, Source } from '../../src/index.ts';
import { errandLesson, relayLesson, withPlan } from '../fixture-lessons.ts';
import { setUp } from '../run-of.ts';
import { writeSubject } from '../written-subject.ts';

const { available, title } = await jaegerForTests();

async function judgedErrand(folder: string, source: Source, seed = 1): Promise<Judgement> {
  await using subject = await openSubject(errandLesson, join(errandLesson.solution, folder));
  return await judge({ lesson: errandLesson, subject, source, seed });
}

describe.skipIf(!available).concurrent(title('a trace read back from Jaeger'), () => {
  let jaeger: RunningJaeger;
  beforeAll(async () => {
    jaeger = await sharedJaeger();
    return () => jaeger[Symbol.asyncDispose]();
  });

  it('is what the exporter delivered', async ({ expect }) => {
    const { verdict, runs } = await judgedErrand('src', jaegerSource(jaeger));
    expect(verdict).toMatchObject({ verdict: 'passed', source: 'jaeger' });
    const run = runs.get('errand');
    const [delivered] = run?.evidence.exported ?? [];
    expect(run?.trace.spans).toMatchObject([
      {
        traceId: delivered?.traceId,
        spanId: delivered?.spanId,
        name: 'run errand',
        startTime: delivered?.startTime,
        endTime: delivered?.endTime,
        attributes: delivered?.attributes,
        scope: { name: 'errands' },
        resource: { 'service.name': 'errands' },
      },
    ]);
  });

  it.for(['open-span', 'exit-at-once', 'two-spans'])(
    'gives the mistake %s the verdict that memory gives it',
    async (mistake, { expect }) => {
      const folder = join('mistakes', mistake);
      const [fromJaeger, fromMemory] = [
        await judgedErrand(folder, jaegerSource(jaeger)),
        await judgedErrand(folder, memorySource()),
      ];
      expect(fromJaeger.verdict.verdict).toBe('not-yet');
      expect(fromJaeger.verdict.checks).toEqual(fromMemory.verdict.checks);
    },
  );

  // gateway
  // └── inventory
  //     └── payment
  it('is whole where three services delivered it', async ({ expect }) => {
    const { verdict, runs } = await judge({
      lesson: relayLesson,
      subject: { directory: relayLesson.starter },
      source: jaegerSource(jaeger),
      seed: 1,
    });
    expect(verdict.verdict).toBe('passed');
    expect(runs.get('order')?.trace.spans).toHaveLength(3);
  });

  it('has a span once that was delivered twice', async ({ expect }) => {
    await using subject = await writeSubject(`${setUp}
export async function main({ exporter }) {
  const twice = [new SimpleSpanProcessor({ exporter }), new SimpleSpanProcessor({ exporter })];
  const provider = register(exporter, { spanProcessors: twice });
  trace.getTracer('t').startSpan('run errand').end();
  await provider.shutdown();
}`);
    const { runs } = await judge({
      lesson: errandLesson,
      subject,
      source: jaegerSource(jaeger),
      seed: 1,
    });
    expect(runs.get('errand')?.evidence.exported).toHaveLength(2);
    expect(runs.get('errand')?.trace.spans).toHaveLength(1);
  });

  it('holds no span that another run left in the same trace', async ({ expect }) => {
    const traceId = randomBytes(16).toString('hex');
    await using subject = await writeSubject(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  const caller = { traceId: '${traceId}', spanId: '00000000000000a1', traceFlags: 1, isRemote: true };
  const within = trace.setSpanContext(ROOT_CONTEXT, caller);
  trace.getTracer('t').startSpan('run errand', {}, within).end();
  await provider.shutdown();
}`);
    const order = { lesson: errandLesson, subject, source: jaegerSource(jaeger), seed: 1 };
    const judgements = [await judge(order), await judge(order), await judge(order)];
    const spans = judgements.flatMap(({ runs }) => runs.get('errand')?.trace.spans ?? []);
    expect(spans).toHaveLength(3);
    expect(new Set(spans.map((span) => span.spanId)).size).toBe(3);
    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
  });

  it('is not waited for when the wait is aborted', async ({ expect }) => {
    const lost = jaegerSource(jaeger);
    const abort = new AbortController();
    const { runs } = await judgedErrand('src', memorySource(), 7);
    const evidence = runs.get('errand')?.evidence;
    if (evidence === undefined) throw new Error('There is no run.');
    const reading = lost.read(evidence, abort.signal);
    abort.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });

  it('is lost with an exporter that cannot reach it, and judged so', async ({ expect }) => {
    const unreachable: Source = {
      ...jaegerSource(jaeger),
      sink: { kind: 'otlp', url: 'http://127.0.0.1:9/v1/traces' },
    };
    const lesson = withPlan(errandLesson, { timeLimitMs: 60_000 });
    const { verdict, runs } = await judge({
      lesson,
      subject: { directory: join(errandLesson.solution, 'src') },
      source: unreachable,
      seed: 1,
    });
    expect(verdict.checks.find((check) => check.verdict !== 'passed')?.id).toBe('delivered');
    expect(runs.get('errand')?.evidence.diagnostics.at(-1)?.level).toBe('error');
  });
});

// Not beside the others: what a spy has seen is forgotten at the end of every test.
describe.skipIf(!available)(title('Jaeger, where a run has left several traces'), () => {
  it('is asked for each once, and first for the last', async ({ expect }) => {
    await using subject = await writeSubject(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  for (const name of ['first', 'second', 'last']) {
    trace.getTracer('t').startSpan(name).end();
    await provider.forceFlush();
  }
  await provider.shutdown();
}`);
    await using jaeger = await sharedJaeger();
    using asked = vi.spyOn(jaeger, 'trace');
    const source = jaegerSource(jaeger);
    const { runs } = await judge({ lesson: errandLesson, subject, source, seed: 1 });
    const spans = runs.get('errand')?.trace.spans ?? [];
    expect(spans.map(({ name }) => name)).toEqual(['first', 'second', 'last']);
    const traceIds = spans.map(({ traceId }) => traceId);
    // The lesson has another scenario, whose traces are asked for as well.
    const order = asked.mock.calls.map(([id]) => traceIds.indexOf(id)).filter((at) => at !== -1);
    expect(order).toEqual([2, 0, 1]);
  });
});
