// The examples of the README: each region here stands there word for word.
import { fileURLToPath } from 'node:url';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import {
  JaegerBroker,
  JaegerClient,
  JaegerContainer,
  JaegerUnavailableError,
  containerEngine,
  jaegerForTests,
  sharedJaeger,
} from '@tracelings/jaeger';
import type { RunningJaeger } from '@tracelings/jaeger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendTrace, spanNames } from './send-spans.ts';

// #region policy
const { available, reason } = await jaegerForTests();

beforeEach(({ skip }) => skip(!available, reason));
// #endregion
afterEach(() => vi.unstubAllEnvs());

describe('the README’s example of', () => {
  it('sending spans and reading them back', async () => {
    // #region start
    await using jaeger = await new JaegerContainer().start();

    const exporter = new OTLPTraceExporter({ url: jaeger.getOtlpTracesUrl() });
    const provider = new TracerProvider({
      spanProcessors: [new BatchSpanProcessor({ exporter })],
    });
    const span = provider.getTracer('shop').startSpan('checkout');
    span.end();
    await provider.shutdown();

    const trace = await jaeger.trace(span.spanContext().traceId, { spans: 1 });
    // #endregion
    expect(spanNames(trace)).toEqual(['checkout']);
  });

  it('a configuration file', async () => {
    const configFile = fileURLToPath(
      new URL('../../../docker/jaeger/tail-sampling.yaml', import.meta.url),
    );
    // #region config
    await using jaeger = await new JaegerContainer().withConfig(configFile).start();
    // #endregion
    const traceId = await sendTrace(jaeger.getOtlpTracesUrl(), { failed: true });
    expect(spanNames(await jaeger.trace(traceId))).toEqual(['root']);
  });

  it('a Jaeger that runs already', async () => {
    await using running = await sharedJaeger();
    const [otlpHttpEndpoint, queryUrl] = [running.getOtlpHttpEndpoint(), running.getQueryUrl()];
    const traceId = await sendTrace(running.getOtlpTracesUrl(), { children: 2 });
    // #region client
    const jaeger = new JaegerClient({ otlpHttpEndpoint, queryUrl });
    const { resourceSpans } = await jaeger.trace(traceId, { spans: 3, timeoutMs: 5_000 });
    // #endregion
    expect(spanNames({ resourceSpans })).toEqual(['child', 'child', 'root']);
  });

  it('one Jaeger for many processes', async () => {
    vi.stubEnv('TRACELINGS_JAEGER_BROKER', undefined);
    // #region broker
    await using broker = await JaegerBroker.listen();
    process.env['TRACELINGS_JAEGER_BROKER'] = broker.url;
    // #endregion
    // #region shared
    await using jaeger = await sharedJaeger();
    // #endregion
    expect(spanNames(await jaeger.trace(await sendTrace(jaeger.getOtlpTracesUrl())))).toEqual([
      'root',
    ]);
  });

  it('looking for a container engine', async () => {
    const complaints: string[] = [];
    const console = { error: (complaint: string) => complaints.push(complaint) };
    vi.stubEnv('DOCKER_HOST', 'unix:///no/such/docker.sock');
    // #region engine
    const engine = await containerEngine();
    if (!engine.available) console.error(engine.reason);
    // #endregion
    expect(complaints).toEqual([expect.stringContaining('Start it')]);
  });

  it('telling failures apart', async () => {
    const image = 'localhost:1/jaeger:2.0.0';
    let verdict = 'passed';
    // #region failure
    try {
      await using jaeger = await new JaegerContainer(image).start();
      verdict = await judge(jaeger);
    } catch (error) {
      if (!(error instanceof JaegerUnavailableError)) throw error;
      verdict = `environment missing: ${error.code}`;
    }
    // #endregion
    expect(verdict).toBe('environment missing: IMAGE_MISSING');
  });
});

async function judge(jaeger: RunningJaeger): Promise<string> {
  return (await jaeger.services()).join();
}
