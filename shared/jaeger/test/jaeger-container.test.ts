import { fileURLToPath } from 'node:url';
import { getContainerRuntimeClient } from 'testcontainers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keeperLabel } from '../src/container-removal.ts';
import { JaegerContainer, jaegerForTests } from '../src/index.ts';
import type { StartedJaegerContainer } from '../src/index.ts';
import { failureOf, withoutPlace } from './failure.ts';
import { keptContainers } from './kept-containers.ts';
import { sendTrace, spanNames } from './send-spans.ts';

const { available, reason } = await jaegerForTests();
beforeEach(({ skip }) => skip(!available, reason));

const neverSent = '0123456789abcdef0123456789abcdef';

describe('a started Jaeger container', () => {
  let jaeger: StartedJaegerContainer;
  beforeAll(async () => {
    if (available) jaeger = await new JaegerContainer().start();
  });
  afterAll(async () => {
    await jaeger?.stop();
  });

  it('lists no service before the first span, and its sender after it', async () => {
    expect(await jaeger.services()).toEqual([]);
    await jaeger.trace(await sendTrace(jaeger.getOtlpTracesUrl()));
    expect(await jaeger.services()).toEqual(['send-spans']);
  });

  it('gives a trace back as OTLP, with every span it was sent', async () => {
    const traceId = await sendTrace(jaeger.getOtlpTracesUrl(), { children: 2 });
    const trace = await jaeger.trace(traceId, { spans: 3 });
    expect(spanNames(trace)).toEqual(['child', 'child', 'root']);
  });

  it('gives a trace of a thousand spans back whole', async () => {
    const traceId = await sendTrace(jaeger.getOtlpTracesUrl(), { children: 999 });
    expect(spanNames(await jaeger.trace(traceId, { spans: 1000 }))).toHaveLength(1000);
  });

  it('has a page for each trace', async () => {
    expect(jaeger.getPageUrl()).toBe(`${jaeger.getQueryUrl()}/`);
    expect(jaeger.getPageUrl(neverSent)).toBe(`${jaeger.getQueryUrl()}/trace/${neverSent}`);
    const page = await fetch(jaeger.getPageUrl(neverSent));
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  it('says what it waited for when the trace never comes', async () => {
    const failure = await failureOf(jaeger.trace(neverSent, { timeoutMs: 500 }));
    expect(failure).toMatchObject({ name: 'JaegerLookupError', code: 'TRACE_INCOMPLETE' });
    expect(withoutPlace(failure.message, jaeger.getHost())).toMatchInlineSnapshot(`
      "Waited 500 ms for 1 span of trace 0123456789abcdef0123456789abcdef in Jaeger at http://localhost:<port>.
      The last answer: Jaeger does not know the trace.
      Check that every span was ended, that the provider was flushed or shut down, and that the exporter posts to http://localhost:<port>/v1/traces."
    `);
  });

  it('says how much of the trace had come when the rest does not', async () => {
    const traceId = await sendTrace(jaeger.getOtlpTracesUrl());
    await jaeger.trace(traceId);
    const failure = await failureOf(jaeger.trace(traceId, { spans: 2, timeoutMs: 500 }));
    expect(failure).toMatchObject({ name: 'JaegerLookupError', code: 'TRACE_INCOMPLETE' });
    expect(withoutPlace(failure.message.replaceAll(traceId, '<id>'), jaeger.getHost()))
      .toMatchInlineSnapshot(`
      "Waited 500 ms for 2 spans of trace <id> in Jaeger at http://localhost:<port>.
      The last answer: Jaeger holds 1 span of the trace.
      Check that every span was ended, that the provider was flushed or shut down, and that the exporter posts to http://localhost:<port>/v1/traces."
    `);
  });

  it('stops waiting when it is told to', async () => {
    const aborted = new Error('The learner saved again.');
    const looking = new AbortController();
    const lookup = jaeger.trace(neverSent, { signal: looking.signal });
    looking.abort(aborted);
    expect(await failureOf(lookup)).toBe(aborted);
  });
});

describe('a Jaeger container that ends while it is being asked', () => {
  it('is reported at once, with its exit code and its last log lines', async () => {
    await using jaeger = await new JaegerContainer().start();
    const lookup = failureOf(jaeger.trace(neverSent, { timeoutMs: 60_000 }));
    await (await getContainerRuntimeClient()).container.getById(jaeger.getId()).kill();
    const failure = await lookup;
    expect(failure).toMatchObject({ name: 'JaegerLookupError', code: 'JAEGER_GONE' });
    expect(failure.message).toMatch(
      /^Trace 0123456789abcdef0123456789abcdef cannot be looked up: Jaeger has ended\. Container [0-9a-f]{12} exited with code 137; its last log lines:\n.*Everything is ready/s,
    );
    expect((await failureOf(jaeger.services())).message).toContain('exited with code 137');
  });
});

describe('a Jaeger container with a configuration file', () => {
  const tailSampling = fileURLToPath(
    new URL('../../../docker/jaeger/tail-sampling.yaml', import.meta.url),
  );

  const notJaegers = fileURLToPath(new URL('../package.json', import.meta.url));

  it('does as the file says: tail sampling keeps every error, and few of the rest', async () => {
    await using jaeger = await new JaegerContainer().withConfig(tailSampling).start();
    const url = jaeger.getOtlpTracesUrl();
    const dull = await Promise.all(Array.from({ length: 100 }, () => sendTrace(url)));
    const failed = await Promise.all(
      Array.from({ length: 5 }, () => sendTrace(url, { failed: true })),
    );
    const kept = await Promise.all(failed.map((traceId) => jaeger.trace(traceId)));
    expect(kept.map(spanNames)).toEqual(failed.map(() => ['root']));
    const keptDull = await Promise.all(dull.map((traceId) => isThere(jaeger, traceId)));
    expect(keptDull.filter(Boolean).length).toBeLessThan(50);
  });

  it('is refused before anything starts where there is no such file', () => {
    expect(() => new JaegerContainer().withConfig('/no/such/jaeger.yaml')).toThrow(
      'Jaeger should be configured by /no/such/jaeger.yaml, and there is no such file.',
    );
  });

  it('says why Jaeger refused the file, and leaves no container behind', async () => {
    const container = new OpenJaeger().withConfig(notJaegers);
    const failure = await failureOf(container.start());
    expect(failure).toMatchObject({ name: 'JaegerUnavailableError', code: 'START_FAILED' });
    expect(failure.message).toMatch(/^Jaeger \(.*\) did not start: /);
    expect(failure.message).toContain("'' has invalid keys: dependencies, description,");
    expect(await keptContainers(container.keeperId)).toEqual([]);
  });
});

describe('a Jaeger container of an image that cannot be had', () => {
  it('names the image and what to do', async () => {
    const failure = await failureOf(new JaegerContainer('localhost:1/jaeger:2.0.0').start());
    expect(failure).toMatchObject({ name: 'JaegerUnavailableError', code: 'IMAGE_MISSING' });
    expect(failure.message.replace(/(could not be pulled:) .*?(\. Run)/, '$1 …$2')).toBe(
      'The image localhost:1/jaeger:2.0.0 is not on this machine and could not be pulled: …. Run "docker pull localhost:1/jaeger:2.0.0" while there is a network, and try again.',
    );
  });
});

class OpenJaeger extends JaegerContainer {
  get keeperId(): string | undefined {
    return this.createOpts.Labels?.[keeperLabel];
  }
}

async function isThere(jaeger: StartedJaegerContainer, traceId: string): Promise<boolean> {
  return jaeger.trace(traceId, { timeoutMs: 50 }).then(
    () => true,
    () => false,
  );
}
