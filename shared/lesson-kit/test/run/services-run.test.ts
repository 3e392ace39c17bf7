import { join } from 'node:path';
import { Trace } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import { describe, it } from 'vitest';
import { runScenario } from '../../src/index.ts';
import type { Evidence } from '../../src/index.ts';
import { relayLesson, withPlan } from '../fixture-lessons.ts';
import { toldOf } from '../run-of.ts';
import { writeSubject } from '../written-subject.ts';

const STARTER = JSON.stringify(join(relayLesson.starter, 'main.ts'));

/** The three services of the fixture, with some replaced by what stands in the test. */
async function relay(replaced = '', limitMs = 20_000): Promise<Evidence> {
  await using subject = await writeSubject(`
import * as starter from ${STARTER};
export * from ${STARTER};
${replaced}
`);
  return await runScenario({
    lesson: withPlan(relayLesson, { timeLimitMs: limitMs }),
    scenario: 'order',
    subject: subject.directory,
    inputs: { orderId: 'order-7f3a09c1' },
    sink: { kind: 'memory' },
  });
}

/** `name < parent` of each span. */
function lineage(spans: readonly Span[]): string[] {
  const names = new Map(spans.map((span) => [span.spanId, span.name]));
  return spans
    .map((span) => `${span.name} < ${names.get(span.parent?.spanId ?? '') ?? 'nobody'}`)
    .toSorted();
}

describe.concurrent('a scenario over several services', () => {
  // gateway
  // └── inventory
  //     └── payment
  it('starts, drives and stops them, and joins what they left', async ({ expect }) => {
    const evidence = await relay();
    expect(toldOf(evidence)).toBe('The program ran to its end.');
    expect(evidence.observed).toEqual({
      peers: ['payment', 'inventory', 'gateway'],
      status: 200,
      body: 'gateway, inventory, payment, paid',
    });
    expect(lineage(evidence.exported)).toEqual([
      'gateway < nobody',
      'inventory < gateway',
      'payment < inventory',
    ]);
    expect(new Trace(evidence.exported).roots.map((span) => span.name)).toEqual(['gateway']);
    expect(evidence.registrations).toEqual([true, true, true]);
    expect(new Set(evidence.exported.map((span) => span.resource['service.name']))).toEqual(
      new Set(['gateway', 'inventory', 'payment']),
    );
  });

  it('survives a service that throws when it starts', async ({ expect }) => {
    const evidence = await relay(
      `export function startInventory() { throw new Error('no stock today'); }`,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "inventory" stopped with an error that nobody caught: Error: no stock today, at main.ts:4
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
    expect(evidence.observed).toEqual({});
  });

  it('survives a service that exits when it starts', async ({ expect }) => {
    const evidence = await relay(`export function startGateway() { process.exit(0); }`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "gateway" left by process.exit(0) before its work was done.
      Let it come to its end by itself."
    `);
  });

  it('survives a service that never listens', async ({ expect }) => {
    const evidence = await relay(
      `export function startPayment() { setInterval(() => {}, 1000); return new Promise(() => {}); }`,
      1500,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "payment" was still running after 1.5 seconds, which is the limit, so it was ended.
      Look for a loop that never ends, or for something awaited that never comes."
    `);
  });

  it('survives a service that crashes while it is driven', async ({ expect }) => {
    const evidence = await relay(`
import { createServer } from 'node:http';
export async function startPayment() {
  const server = createServer(() => { throw new Error('no money'); });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: 'http://127.0.0.1:' + server.address().port, stop() {} };
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "payment" stopped with an error that nobody caught: Error: no money, at main.ts:7
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });

  it('survives a service that does not stop', async ({ expect }) => {
    const evidence = await relay(`
export async function startInventory(options) {
  return { ...(await starter.startInventory(options)), stop: () => new Promise(() => {}) };
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "inventory" was asked to stop and was still there after 5 seconds, which is the limit, so it was ended.
      Look for what its stop() awaits, or for a connection that is kept open."
    `);
    expect(evidence.observed['body']).toBe('gateway, inventory, payment, paid');
  });

  it('survives a service that fails to stop', async ({ expect }) => {
    const evidence = await relay(`
export async function startInventory(options) {
  return { ...(await starter.startInventory(options)), stop() { throw new Error('stuck'); } };
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "inventory" stopped with an error that nobody caught: Error: stuck, at main.ts:6
      Nothing was checked yet. Let the work finish, and the checks go on from there.
      When its work was done, something still held the program open: TCPServerWrap."
    `);
  });

  it('notes the server that a service leaves open', async ({ expect }) => {
    const evidence = await relay(`
export async function startPayment(options) {
  return { ...(await starter.startPayment(options)), stop() {} };
}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ran to its end.
      When its work was done, something still held the program open: TCPServerWrap."
    `);
  });

  it('survives a service that talks nonsense to the judge', async ({ expect }) => {
    const evidence = await relay(`
import { writeSync } from 'node:fs';
export async function startPayment(options) {
  writeSync(4, '{"listening": 7}\\n{"listening":');
  return starter.startPayment(options);
}`);
    expect(toldOf(evidence)).toBe('The program ran to its end.');
    expect(evidence.observed).toEqual({});
  });

  it('survives a service that floods the judge', async ({ expect }) => {
    const evidence = await relay(
      `
import { writeSync } from 'node:fs';
export function startPayment() {
  const text = 'x'.repeat(1024 * 1024);
  for (;;) writeSync(4, text);
}`,
      1500,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The service "payment" was still running after 1.5 seconds, which is the limit, so it was ended.
      Look for a loop that never ends, or for something awaited that never comes."
    `);
  });

  it('is driven without the services that gave no address of this machine', async ({ expect }) => {
    const evidence = await relay(
      `export function startGateway() { return { url: 'nowhere', stop() {} }; }`,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program stopped with an error that nobody caught: TypeError: Failed to parse URL from nowhere/order-7f3a09c1 (Invalid URL)
      Nothing was checked yet. Let the work finish, and the checks go on from there."
    `);
  });
});
