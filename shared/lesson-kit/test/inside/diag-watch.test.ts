import { describe, it } from 'vitest';
import type { Diagnostic } from '../../src/index.ts';
import { runOf, setUp, toldOf } from '../run-of.ts';
import { delivered, listsOf, lost } from './span-lists.ts';

function steady({ level, message }: Diagnostic): string {
  return `${level}: ${message.replaceAll(/[0-9a-f]{16,}/g, '…')}`;
}

describe.concurrent('the evidence tells', () => {
  it('that a second registration had no effect', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const first = register(exporter);
  register(exporter);
  trace.getTracer('shop').startSpan('bill').end();
  await first.shutdown();
}`);
    expect(evidence.registrations).toEqual([true, false]);
    expect(listsOf(evidence)).toEqual(delivered);
    expect(evidence.diagnostics.map(steady)).toMatchInlineSnapshot(`
      [
        "error: Error: @opentelemetry/api: Attempted duplicate registration of API: trace",
      ]
    `);
  });

  it('that a span was ended twice', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const provider = register(exporter);
  const span = trace.getTracer('shop').startSpan('bill');
  span.end();
  span.end();
  await provider.shutdown();
}`);
    const [call] = evidence.endCalls;
    expect(evidence.endCalls).toEqual([call, call]);
    expect(call).toEqual({
      traceId: evidence.started[0]?.traceId,
      spanId: evidence.started[0]?.spanId,
    });
    expect(listsOf(evidence)).toEqual(delivered);
    expect(evidence.diagnostics.map(steady)).toMatchInlineSnapshot(`
      [
        "warn: Cannot execute the operation on ended Span {traceId: …, spanId: …}",
        "error: bill …-… - You can only call end() on a span once.",
      ]
    `);
  });

  it('that a span was changed after its end', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter, orderId }) {
  const provider = register(exporter);
  const span = trace.getTracer('shop').startSpan('bill');
  span.end();
  span.setAttribute('order.id', orderId);
  await provider.shutdown();
}`);
    expect(evidence.exported[0]?.attributes).toEqual({});
    expect(evidence.diagnostics.map(steady)).toMatchInlineSnapshot(`
      [
        "warn: Cannot execute the operation on ended Span {traceId: …, spanId: …}",
      ]
    `);
  });

  it('that a sampler declined a span', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export function main({ exporter }) {
  register(exporter, { sampler: new AlwaysOffSampler() });
  trace.getTracer('shop').startSpan('bill').end();
}`);
    expect(evidence.unrecorded).toEqual([{ name: 'bill', byChoice: true }]);
    expect(evidence.started).toEqual([]);
  });

  it('that a span was started before any provider was there', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
const span = trace.getTracer('shop').startSpan('bill');
export function main({ exporter }) {
  register(exporter);
  span.end();
}`);
    expect(evidence.unrecorded).toEqual([{ name: 'bill', byChoice: false }]);
    expect(evidence.started).toEqual([]);
  });

  it('that a span was exported twice', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  const twice = [new SimpleSpanProcessor({ exporter }), new SimpleSpanProcessor({ exporter })];
  const provider = register(exporter, { spanProcessors: twice });
  trace.getTracer('shop').startSpan('bill').end();
  await provider.forceFlush();
}`);
    expect(listsOf(evidence)).toEqual({ ...delivered, exported: ['bill', 'bill'] });
    expect(evidence.exported[0]).toEqual(evidence.exported[1]);
  });

  it('that an exporter was used after its shutdown', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
export async function main({ exporter }) {
  register(exporter);
  await exporter.shutdown();
  trace.getTracer('shop').startSpan('bill').end();
}`);
    expect(listsOf(evidence)).toEqual(lost);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      OpenTelemetry says (error): Error: The exporter has been shut down."
    `);
  });

  it('what OpenTelemetry says, while the program has a logger of its own', async ({ expect }) => {
    const evidence = await runOf(`${setUp}
import { DiagConsoleLogger, DiagLogLevel } from '@opentelemetry/api';
export function main({ exporter }) {
  diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.ERROR);
  register(exporter);
  diag.debug('a detail');
  diag.warn('a warning');
  const span = trace.getTracer('shop').startSpan('bill');
  span.end();
  span.end();
}`);
    expect(evidence.diagnostics.map(({ level }) => level)).toEqual(['warn', 'warn', 'error']);
    expect(evidence.output.stderr).toMatch(/You can only call end\(\) on a span once/);
    expect(evidence.output.stderr).not.toMatch(/a warning|a detail/);
  });

  it('what OpenTelemetry says, after the program has switched its logger off', async ({
    expect,
  }) => {
    const evidence = await runOf(`${setUp}
import { DiagConsoleLogger } from '@opentelemetry/api';
export function main() {
  diag.setLogger(new DiagConsoleLogger());
  diag.disable();
  diag.error('still heard');
}`);
    expect(evidence.diagnostics).toEqual([{ level: 'error', message: 'still heard' }]);
    expect(evidence.output.stderr).toBe('');
  });

  it('what the program prints', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  console.log('paid: 42 €');
  console.error('{"t":"done"}');
}`);
    expect(evidence.output).toEqual({ stdout: 'paid: 42 €\n', stderr: '{"t":"done"}\n' });
  });
});
