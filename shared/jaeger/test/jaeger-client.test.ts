import { describe, expect, it } from 'vitest';
import { JaegerClient } from '../src/index.ts';
import { failureOf, withoutPlace } from './failure.ts';
import { LocalServer } from './local-server.ts';

const traceId = '0123456789abcdef0123456789abcdef';
const local = { otlpHttpEndpoint: 'http://localhost:4318/', queryUrl: 'http://localhost:16686/' };

describe('a client of somebody else’s Jaeger', () => {
  it('takes addresses with and without a slash at the end', () => {
    const jaeger = new JaegerClient(local);
    expect(jaeger.getOtlpHttpEndpoint()).toBe('http://localhost:4318');
    expect(jaeger.getOtlpTracesUrl()).toBe('http://localhost:4318/v1/traces');
    expect(jaeger.getPageUrl()).toBe('http://localhost:16686/');
    expect(jaeger.getPageUrl(traceId)).toBe(`http://localhost:16686/trace/${traceId}`);
  });

  it.for(['', 'abc', '0'.repeat(32), `${traceId}0`])('asks for no trace "%s"', async (nonsense) => {
    const failure = await failureOf(new JaegerClient(local).trace(nonsense));
    expect(failure).toMatchObject({ name: 'JaegerLookupError', code: 'BAD_TRACE_ID' });
    expect(failure.message).toContain(`"${nonsense}" is none`);
  });

  it.for([0, -1, 1.5, Number.NaN])('refuses to wait for %s spans', async (spans) => {
    const failure = await failureOf(new JaegerClient(local).trace(traceId, { spans }));
    expect(failure).toBeInstanceOf(RangeError);
    expect(failure.message).toBe(
      `Wait for a whole number of spans, 1 or more; ${spans} was asked for.`,
    );
  });

  it('keeps what went wrong last when nobody listens there', async () => {
    const jaeger = clientOf(await LocalServer.abandonedUrl());
    const failure = await failureOf(jaeger.trace(traceId, { timeoutMs: 500 }));
    expect(failure).toMatchObject({ code: 'TRACE_INCOMPLETE' });
    expect(failure.message).toContain('Jaeger could not be reached: connect ECONNREFUSED');
    expect(await failureOf(jaeger.services())).toMatchObject({ code: 'JAEGER_GONE' });
  });

  it.for([
    [200, '<html>A captive portal</html>'],
    [200, '{"result":{"resourceSpans":"none"}}'],
    [404, 'no such page'],
    [503, 'try later'],
  ] as const)('shows an answer that is not Jaeger’s: %s %s', async ([status, body]) => {
    await using other = await answering(status, body);
    const lookup = await failureOf(clientOf(other.url).trace(traceId, { timeoutMs: 500 }));
    expect(lookup).toMatchObject({ code: 'TRACE_INCOMPLETE' });
    expect(lookup.message).toContain(`The last answer: It answered ${status}: ${body}`);
    const services = await failureOf(clientOf(other.url).services());
    expect(services).toMatchObject({ code: 'UNEXPECTED_ANSWER' });
    expect(withoutPlace(services.message)).toBe(
      `http://127.0.0.1:<port>/api/v3/services should list Jaeger's services. It answered ${status}: ${body}`,
    );
  });
});

function answering(status: number, body: string): Promise<LocalServer> {
  return LocalServer.listen((_, response) => void response.writeHead(status).end(body));
}

function clientOf(url: string): JaegerClient {
  return new JaegerClient({ otlpHttpEndpoint: url, queryUrl: url });
}
