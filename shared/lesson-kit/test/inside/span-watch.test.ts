import { describe, it } from 'vitest';
import { runOf, setUp, toldOf } from '../run-of.ts';
import { delivered, leaked, listsOf, lost } from './span-lists.ts';

describe.concurrent('the evidence has the spans of', () => {
  it('a tracer that was taken before the provider was registered', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
const tracer = trace.getTracer('early');
export async function main({ exporter }) {
  const provider = register(exporter);
  tracer.startSpan('bill').end();
  await provider.shutdown();
}`);
    expect(listsOf(evidence)).toEqual(delivered);
    expect(evidence.registrations).toEqual([true]);
    expect(evidence.started[0]?.scope.name).toBe('early');
  });

  // POST /orders
  // └── bill
  it('startActiveSpan, with their parents', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  const tracer = trace.getTracer('shop');
  const root = tracer.startSpan('POST /orders', { kind: SpanKind.SERVER });
  tracer.startActiveSpan('bill', {}, trace.setSpan(ROOT_CONTEXT, root), (span) => span.end());
  root.end();
  await provider.shutdown();
}`);
    expect(evidence.started.map((span) => [span.name, span.kind, span.parent?.spanId])).toEqual([
      ['POST /orders', 'server', undefined],
      ['bill', 'internal', evidence.started[0]?.spanId],
    ]);
    expect(evidence.exported.map((span) => span.name)).toEqual(['bill', 'POST /orders']);
  });

  it('a provider that was never registered', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  provider.getTracer('direct').startSpan('bill').end();
  await provider.shutdown();
}`);
    expect(listsOf(evidence)).toEqual(delivered);
    expect(evidence.registrations).toEqual([]);
    expect(evidence.unrecorded).toEqual([]);
  });

  it('a provider of another make', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const inner = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider({ getTracer: (...scope) => inner.getTracer(...scope) });
  trace.getTracer('wrapped').startSpan('bill').end();
  await inner.shutdown();
}`);
    expect(listsOf(evidence)).toEqual(delivered);
  });

  it('a batch that was shut down', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter, { spanProcessors: [new BatchSpanProcessor({ exporter })] });
  trace.getTracer('shop').startSpan('bill').end();
  await provider.shutdown();
}`);
    expect(listsOf(evidence)).toEqual(delivered);
  });

  it('a batch that nobody flushed, as lost', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter, { spanProcessors: [new BatchSpanProcessor({ exporter })] });
  trace.getTracer('shop').startSpan('bill').end();
}`);
    expect(listsOf(evidence)).toEqual(lost);
    expect(toldOf(evidence)).toBe('The program ran to its end.');
  });

  it('a program that exits right after their end, as lost', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter);
  trace.getTracer('shop').startSpan('bill').end();
  process.exit();
}`);
    expect(listsOf(evidence)).toEqual(lost);
    expect(evidence.ending).toEqual({ kind: 'exited', code: 0, early: true });
  });

  it('a program that exits after its shutdown', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  trace.getTracer('shop').startSpan('bill').end();
  await provider.shutdown();
  process.exit();
}`);
    expect(listsOf(evidence)).toEqual(delivered);
  });

  it('a program that was killed', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter);
  trace.getTracer('shop').startSpan('bill');
  process.kill(process.pid, 'SIGKILL');
}`);
    expect(listsOf(evidence)).toEqual(leaked);
  });

  it('a span that is never ended, as it was last seen', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter, orderId }) {
  const provider = register(exporter);
  const span = trace.getTracer('shop').startSpan('bill');
  span.setAttribute('order.id', orderId);
  span.addEvent('asked');
  await provider.shutdown();
}`);
    expect(listsOf(evidence)).toEqual(leaked);
    expect(evidence.open[0]).toMatchObject({
      attributes: { 'order.id': 'order-7f3a09c1' },
      events: [{ name: 'asked' }],
    });
    expect(evidence.open[0]).not.toHaveProperty('endTime');
    expect(evidence.started[0]?.attributes).toEqual({});
  });

  it('a span that is ended while the process leaves', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter);
  const span = trace.getTracer('shop').startSpan('bill');
  process.on('exit', () => span.end());
}`);
    expect(listsOf(evidence)).toEqual(lost);
  });

  it('a processor that throws', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main() {
  const broken = { onStart() {}, onEnd() { throw new Error('full'); }, shutdown: async () => {}, forceFlush: async () => {} };
  register(undefined, { spanProcessors: [broken] });
  const span = trace.getTracer('shop').startSpan('bill');
  try { span.end(); } catch {}
}`);
    expect(listsOf(evidence)).toEqual(lost);
  });

  it('an end that was taken away from its span, as still open', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  const span = trace.getTracer('shop').startSpan('bill');
  await Promise.resolve().finally(span.end).catch(({ name }) => span.setAttribute('met', name));
  await provider.shutdown();
}`);
    expect(listsOf(evidence)).toEqual(leaked);
    expect(evidence.open[0]?.attributes).toEqual({ met: 'TypeError' });
  });
});
