import { afterEach, describe, expect, it, vi } from 'vitest';
import { containerEngine, jaegerForTests, jaegerImage } from '../src/index.ts';
import { LocalServer } from './local-server.ts';

const { available, reason } = await jaegerForTests();
afterEach(() => vi.unstubAllEnvs());

describe('containerEngine', () => {
  it('is available where an engine answers and has the image', async ({ skip }) => {
    skip(!available, reason);
    expect(await containerEngine()).toEqual({ available: true, image: jaegerImage() });
  });

  it('names an image that is not there, and pulls none when told not to', async ({ skip }) => {
    skip(!available, reason);
    const engine = await containerEngine({ image: 'jaegertracing/jaeger:0.0.0', pull: false });
    expect(engine).toMatchInlineSnapshot(`
      {
        "available": false,
        "code": "IMAGE_MISSING",
        "reason": "The image jaegertracing/jaeger:0.0.0 is not on this machine. Run "docker pull jaegertracing/jaeger:0.0.0" while there is a network, and try again.",
      }
    `);
  });

  it('says that nothing listens where DOCKER_HOST points, whatever else is running', async () => {
    vi.stubEnv('DOCKER_HOST', 'unix:///no/such/docker.sock');
    expect(await containerEngine()).toMatchInlineSnapshot(`
      {
        "available": false,
        "code": "ENGINE_SILENT",
        "reason": "The container engine at unix:///no/such/docker.sock does not answer (connect ENOENT /no/such/docker.sock). Start it, or let DOCKER_HOST name one that runs, and try again.",
      }
    `);
  });

  it('gives up on an engine that takes the question and never answers', async () => {
    await using silent = await LocalServer.listen(() => undefined);
    vi.stubEnv('DOCKER_HOST', `tcp://127.0.0.1:${silent.port}`);
    const engine = await containerEngine({ timeoutMs: 50 });
    expect(engine).toEqual({
      available: false,
      code: 'ENGINE_SILENT',
      reason: `The container engine at tcp://127.0.0.1:${silent.port} does not answer (no answer within 50 ms). Start it, or let DOCKER_HOST name one that runs, and try again.`,
    });
  });
});
