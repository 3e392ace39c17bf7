import type { RunningJaeger } from '@tracelings/jaeger';
import { jaegerSource, memorySource } from '@tracelings/lesson-kit';
import type { Source } from '@tracelings/lesson-kit';

/** A source with what keeps it going. Dispose of it when the last trace was read. */
export type OpenSource = AsyncDisposable & { readonly source: Source };

export function openMemory(): OpenSource {
  return { source: memorySource(), [Symbol.asyncDispose]: async () => {} };
}

/** Loads the container library only now, since that alone takes longer than a check. */
export async function startJaeger(signal: AbortSignal): Promise<RunningJaeger> {
  // One way to clean up on every machine, and no second image to pull: the package's own keeper.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  const { sharedJaeger } = await import('@tracelings/jaeger');
  // A download of the image cannot be called off. It is left behind, and ends with this process.
  return await Promise.race([sharedJaeger(), rejectOnAbort(signal)]);
}

export async function openJaeger(signal: AbortSignal): Promise<OpenSource> {
  const jaeger = await startJaeger(signal);
  return {
    source: jaegerSource(jaeger),
    [Symbol.asyncDispose]: () => jaeger[Symbol.asyncDispose](),
  };
}

/** Why this machine gives no trace from a Jaeger, when that is what the error says. */
export async function reasonWithoutJaeger(error: unknown): Promise<string | undefined> {
  const { JaegerLookupError, JaegerUnavailableError } = await import('@tracelings/jaeger');
  const missing = error instanceof JaegerUnavailableError || error instanceof JaegerLookupError;
  return missing ? error.message : undefined;
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return promise;
}
