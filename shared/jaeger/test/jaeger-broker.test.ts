import { getContainerRuntimeClient } from 'testcontainers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JaegerBroker, JaegerContainer, jaegerForTests, sharedJaeger } from '../src/index.ts';
import type { StartedJaegerContainer } from '../src/index.ts';
import { failureOf } from './failure.ts';
import { sendTrace, spanNames } from './send-spans.ts';

const { available, reason } = await jaegerForTests();
beforeEach(({ skip }) => skip(!available, reason));
afterEach(() => vi.unstubAllEnvs());

const neverSent = '0123456789abcdef0123456789abcdef';

describe('a Jaeger broker', () => {
  it('starts one Jaeger for all who ask, none before, and stops it with itself', async () => {
    const container = new CountingJaeger();
    await using broker = await JaegerBroker.listen(container);
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', broker.url);
    expect(container.started).toHaveLength(0);
    const [first, second] = await Promise.all([sharedJaeger(), sharedJaeger()]);
    expect(container.started).toHaveLength(1);
    expect(second.getQueryUrl()).toBe(first.getQueryUrl());

    await first[Symbol.asyncDispose]();
    const traceId = await sendTrace(second.getOtlpTracesUrl());
    expect(spanNames(await second.trace(traceId))).toEqual(['root']);

    await broker[Symbol.asyncDispose]();
    const gone = await failureOf(second.trace(neverSent));
    expect(gone).toMatchObject({ name: 'JaegerLookupError', code: 'JAEGER_GONE' });
    expect(gone.message).toContain('The broker stops its Jaeger when it ends.');
  });

  it('passes on how its Jaeger ended', async () => {
    const container = new CountingJaeger();
    await using broker = await JaegerBroker.listen(container);
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', broker.url);
    await using jaeger = await sharedJaeger();
    await kill(container.started[0]);
    const failure = await failureOf(jaeger.trace(neverSent));
    expect(failure).toMatchObject({ name: 'JaegerLookupError', code: 'JAEGER_GONE' });
    expect(failure.message).toContain('exited with code 137; its last log lines:');
  });

  it('gives everybody the same reason when its Jaeger does not start', async () => {
    const container = new CountingJaeger('localhost:1/jaeger:2.0.0');
    await using broker = await JaegerBroker.listen(container);
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', broker.url);
    vi.stubEnv('REQUIRE_JAEGER', undefined);
    const first = await failureOf(sharedJaeger());
    expect(first).toMatchObject({ name: 'JaegerUnavailableError', code: 'IMAGE_MISSING' });
    expect(await failureOf(sharedJaeger())).toMatchObject({ message: first.message });
    expect(await jaegerForTests()).toMatchObject({ available: false, reason: first.message });
    expect(container.attempts).toBe(1);
  });
});

describe('sharedJaeger without a broker', () => {
  it('starts a Jaeger of its own, and stops it when it is disposed', async () => {
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', undefined);
    await using jaeger = await sharedJaeger();
    expect(await jaeger.services()).toEqual([]);
    await jaeger[Symbol.asyncDispose]();
    expect(await failureOf(jaeger.services())).toMatchObject({ code: 'JAEGER_GONE' });
  });
});

class CountingJaeger extends JaegerContainer {
  attempts = 0;
  readonly started: StartedJaegerContainer[] = [];

  override async start(): Promise<StartedJaegerContainer> {
    this.attempts += 1;
    const started = await super.start();
    this.started.push(started);
    return started;
  }
}

async function kill(started: StartedJaegerContainer | undefined): Promise<void> {
  if (started === undefined) throw new Error('A started container was expected.');
  await (await getContainerRuntimeClient()).container.getById(started.getId()).kill();
}
