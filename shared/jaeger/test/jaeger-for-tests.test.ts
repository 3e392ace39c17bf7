import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jaegerForTests } from '../src/index.ts';
import { failureOf, withoutPlace } from './failure.ts';
import { LocalServer } from './local-server.ts';

describe('jaegerForTests where there is no engine', () => {
  beforeEach(() => {
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', undefined);
    vi.stubEnv('DOCKER_HOST', 'unix:///no/such/docker.sock');
    vi.stubEnv('REQUIRE_JAEGER', undefined);
  });
  afterEach(() => vi.unstubAllEnvs());

  it('gives the reason, alone and in the title of what is skipped', async () => {
    const { available, reason, title } = await jaegerForTests();
    expect(available).toBe(false);
    expect(reason).toContain('container engine');
    expect(title('the checkout trace')).toMatchInlineSnapshot(
      `"the checkout trace (skipped, Jaeger cannot be had: The container engine at unix:///no/such/docker.sock does not answer (connect ENOENT /no/such/docker.sock). Start it, or let DOCKER_HOST name one that runs, and try again.)"`,
    );
  });

  it('fails where Jaeger is required', async () => {
    vi.stubEnv('REQUIRE_JAEGER', '1');
    const failure = await failureOf(jaegerForTests());
    expect(failure).toMatchObject({ name: 'JaegerUnavailableError', code: 'ENGINE_SILENT' });
    expect(failure.message).toMatchInlineSnapshot(
      `"REQUIRE_JAEGER=1 asks for tests with a real Jaeger, and there is none. The container engine at unix:///no/such/docker.sock does not answer (connect ENOENT /no/such/docker.sock). Start it, or let DOCKER_HOST name one that runs, and try again."`,
    );
  });

  it('says so where the broker that should lend one is gone', async () => {
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', await LocalServer.abandonedUrl());
    const { available, reason } = await jaegerForTests();
    expect(available).toBe(false);
    expect(withoutPlace(reason ?? '')).toMatchInlineSnapshot(
      `"TRACELINGS_JAEGER_BROKER names http://127.0.0.1:<port>, and nothing answers there (connect ECONNREFUSED 127.0.0.1:<port>). Unset it to start a Jaeger of your own."`,
    );
  });
});

describe('jaegerForTests where Jaeger can be had', () => {
  it('leaves titles as they are', async ({ skip }) => {
    const { available, reason, title } = await jaegerForTests();
    skip(!available, reason);
    expect(title('the checkout trace')).toBe('the checkout trace');
  });
});
