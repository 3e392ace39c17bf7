import { JaegerLookupError } from './jaeger-lookup-error.ts';
import { member, parseJson } from './otlp-trace.ts';
import type { OtlpTrace } from './otlp-trace.ts';
import type { RunningJaeger, TraceOptions } from './running-jaeger.ts';
import { lookUpTrace, reachFailure } from './trace-lookup.ts';
import type { PostMortem } from './trace-lookup.ts';

/** The two addresses of a Jaeger, base URLs without a path. */
export interface JaegerEndpoints {
  /** Where OTLP over HTTP is received, usually port 4318. */
  readonly otlpHttpEndpoint: string;
  /** Where the query API and the page are, usually port 16686. */
  readonly queryUrl: string;
}

/**
 * Looks traces up in a Jaeger that somebody else runs. Two addresses are all it needs; it opens
 * nothing before the first question and owns no Jaeger, so disposing it stops none.
 *
 * @example
 * ```ts
 * const jaeger = new JaegerClient({
 *   otlpHttpEndpoint: 'http://localhost:4318',
 *   queryUrl: 'http://localhost:16686',
 * });
 * const { resourceSpans } = await jaeger.trace(span.spanContext().traceId, { spans: 2 });
 * ```
 */
export class JaegerClient implements RunningJaeger {
  readonly #otlpHttpEndpoint: string;
  readonly #queryUrl: string;
  readonly #postMortem: PostMortem;

  /**
   * @param postMortem Says how that Jaeger ended, or undefined while it runs. Asked when it cannot
   *   be reached; without it a look-up keeps asking until its time is up.
   */
  constructor(endpoints: JaegerEndpoints, postMortem: PostMortem = async () => undefined) {
    this.#otlpHttpEndpoint = withoutSlash(endpoints.otlpHttpEndpoint);
    this.#queryUrl = withoutSlash(endpoints.queryUrl);
    this.#postMortem = postMortem;
  }

  getOtlpHttpEndpoint(): string {
    return this.#otlpHttpEndpoint;
  }

  getOtlpTracesUrl(): string {
    return `${this.#otlpHttpEndpoint}/v1/traces`;
  }

  getQueryUrl(): string {
    return this.#queryUrl;
  }

  getPageUrl(traceId?: string): string {
    return traceId === undefined ? `${this.#queryUrl}/` : `${this.#queryUrl}/trace/${traceId}`;
  }

  trace(traceId: string, options: TraceOptions = {}): Promise<OtlpTrace> {
    return lookUpTrace({
      queryUrl: this.#queryUrl,
      tracesUrl: this.getOtlpTracesUrl(),
      traceId,
      options,
      postMortem: this.#postMortem,
    });
  }

  async services(): Promise<string[]> {
    const url = `${this.#queryUrl}/api/v3/services`;
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(
      async (cause: unknown) => {
        const ended = (await this.#postMortem()) ?? `${reachFailure(cause)}.`;
        throw new JaegerLookupError('JAEGER_GONE', `${url} did not answer: ${ended}`, { cause });
      },
    );
    return parseServices(url, response.status, await response.text());
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

function parseServices(url: string, status: number, body: string): string[] {
  const answer = parseJson(body);
  const services = isEmptyObject(answer) ? [] : member(answer, 'services');
  if (status !== 200 || !isNames(services)) {
    throw new JaegerLookupError(
      'UNEXPECTED_ANSWER',
      `${url} should list Jaeger's services. It answered ${status}: ${body.trim().slice(0, 300)}`,
    );
  }
  return services.toSorted();
}

// What a Jaeger without spans answers.
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
