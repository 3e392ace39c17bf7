import { JaegerClient } from './jaeger-client.ts';
import { JaegerUnavailableError, isUnavailableCode } from './jaeger-unavailable-error.ts';
import { member, parseJson } from './otlp-trace.ts';
import { reachFailure } from './trace-lookup.ts';

/** Where the broker of this test run is, if there is one. */
export function brokerUrl(): string | undefined {
  return process.env['TRACELINGS_JAEGER_BROKER'] || undefined;
}

export async function borrowJaeger(broker: string): Promise<JaegerClient> {
  const answer = await ask(broker, '/');
  const otlpHttpEndpoint = member(answer, 'otlpHttpEndpoint');
  const queryUrl = member(answer, 'queryUrl');
  if (typeof otlpHttpEndpoint !== 'string' || typeof queryUrl !== 'string') {
    throw refused(broker, answer);
  }
  return new JaegerClient({ otlpHttpEndpoint, queryUrl }, () => askPostMortem(broker));
}

// The first question starts the container, which may have to pull its image: no time limit here.
async function ask(broker: string, path: string): Promise<unknown> {
  try {
    const response = await fetch(broker + path);
    return parseJson(await response.text());
  } catch (cause) {
    throw new JaegerUnavailableError(
      'BROKER_SILENT',
      `TRACELINGS_JAEGER_BROKER names ${broker}, and nothing answers there (${reachFailure(cause)}). Unset it to start a Jaeger of your own.`,
      { cause },
    );
  }
}

async function askPostMortem(broker: string): Promise<string | undefined> {
  const answer = await ask(broker, '/post-mortem').catch((error: Error) => ({
    postMortem: `${error.message} The broker stops its Jaeger when it ends.`,
  }));
  const postMortem = member(answer, 'postMortem');
  return typeof postMortem === 'string' ? postMortem : undefined;
}

function refused(broker: string, answer: unknown): JaegerUnavailableError {
  const code = member(answer, 'code');
  const reason = member(answer, 'reason');
  if (isUnavailableCode(code) && typeof reason === 'string') {
    return new JaegerUnavailableError(code, reason);
  }
  return new JaegerUnavailableError(
    'BROKER_SILENT',
    `TRACELINGS_JAEGER_BROKER names ${broker}, and what answers there is no Jaeger broker. Unset it to start a Jaeger of your own.`,
  );
}
