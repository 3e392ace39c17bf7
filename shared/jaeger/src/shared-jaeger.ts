import { borrowJaeger, brokerUrl } from './broker-client.ts';
import type { RunningJaeger } from './running-jaeger.ts';

/**
 * A Jaeger to test with: the one that `TRACELINGS_JAEGER_BROKER` lends, or else a container of this
 * process's own. Dispose it either way; only a container of its own is stopped by that.
 *
 * A shared Jaeger holds other tests' traces too, so look traces up by id and never count them.
 * Throws `JaegerUnavailableError` where none can be had; ask {@link jaegerForTests} first.
 *
 * @example
 * ```ts
 * await using jaeger = await sharedJaeger();
 * const { resourceSpans } = await jaeger.trace(traceId);
 * ```
 */
export async function sharedJaeger(): Promise<RunningJaeger> {
  const broker = brokerUrl();
  if (broker !== undefined) return borrowJaeger(broker);
  const { JaegerContainer } = await import('./jaeger-container.ts');
  return new JaegerContainer().start();
}
