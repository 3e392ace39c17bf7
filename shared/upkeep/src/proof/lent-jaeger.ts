import { containerEngine } from '@tracelings/jaeger/shared';
import type { ContainerEngine } from '@tracelings/jaeger/shared';
import type { JaegerForTasks } from './task-environment.ts';

/** The one Jaeger that all tests of a proof share. Dispose it: its container goes with it. */
export interface LentJaeger extends JaegerForTasks, AsyncDisposable {
  /** Why there is none; undefined where there is one. */
  readonly reason: string | undefined;
}

/**
 * Starts no container yet: the first test that asks for Jaeger does.
 *
 * @param announce - Told before something slow begins, such as a download.
 */
export async function lendJaeger(announce: (text: string) => void): Promise<LentJaeger> {
  // The keeper of @tracelings/jaeger removes the container; testcontainers' reaper would be one more
  // image to fetch for the same purpose.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  const engine = await engineWithImage(announce);
  if (!engine.available) {
    return { brokerUrl: undefined, reason: engine.reason, [Symbol.asyncDispose]: nothingToStop };
  }
  const { JaegerBroker } = await import('@tracelings/jaeger');
  const broker = await JaegerBroker.listen();
  const stop = (): Promise<void> => broker[Symbol.asyncDispose]();
  return { brokerUrl: broker.url, reason: undefined, [Symbol.asyncDispose]: stop };
}

async function nothingToStop(): Promise<void> {}

async function engineWithImage(announce: (text: string) => void): Promise<ContainerEngine> {
  const engine = await containerEngine({ pull: false });
  if (engine.available || engine.code !== 'IMAGE_MISSING') return engine;
  announce('Fetching the image of Jaeger, once.');
  return containerEngine();
}
