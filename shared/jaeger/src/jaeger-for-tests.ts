import { borrowJaeger, brokerUrl } from './broker-client.ts';
import { containerEngine } from './container-engine.ts';
import type { ContainerEngineOptions } from './container-engine.ts';
import { JaegerUnavailableError } from './jaeger-unavailable-error.ts';

/** Whether tests with Jaeger can run, and a title that says why not. */
export interface JaegerForTests {
  readonly available: boolean;
  /** Why they cannot; undefined where they can. */
  readonly reason: string | undefined;
  /** The subject, with the reason where it is skipped: for `describe.skipIf`, which tells none. */
  readonly title: (subject: string) => string;
}

/**
 * The policy for tests that need Jaeger: they run where a container engine is, are named as skipped
 * with the reason where none is, and fail where `REQUIRE_JAEGER=1`.
 *
 * Ask it at the top of a test file, outside `beforeAll`. Throws `JaegerUnavailableError` where
 * Jaeger is required and cannot be had.
 *
 * @example
 * ```ts
 * const { available, reason } = await jaegerForTests();
 * beforeEach(({ skip }) => skip(!available, reason));
 * ```
 */
export async function jaegerForTests(
  options: ContainerEngineOptions = {},
): Promise<JaegerForTests> {
  const obstacle = await findObstacle(options);
  if (obstacle === undefined)
    return { available: true, reason: undefined, title: (subject) => subject };
  if (process.env['REQUIRE_JAEGER'] === '1') {
    throw new JaegerUnavailableError(
      obstacle.code,
      `REQUIRE_JAEGER=1 asks for tests with a real Jaeger, and there is none. ${obstacle.reason}`,
    );
  }
  return {
    available: false,
    reason: obstacle.reason,
    title: (subject) => `${subject} (skipped, Jaeger cannot be had: ${obstacle.reason})`,
  };
}

type Obstacle = Pick<JaegerUnavailableError, 'code'> & { readonly reason: string };

async function findObstacle(options: ContainerEngineOptions): Promise<Obstacle | undefined> {
  const broker = brokerUrl();
  if (broker === undefined) {
    const engine = await containerEngine(options);
    return engine.available ? undefined : engine;
  }
  try {
    await borrowJaeger(broker);
    return undefined;
  } catch (error) {
    if (error instanceof JaegerUnavailableError) return { code: error.code, reason: error.message };
    throw error;
  }
}
