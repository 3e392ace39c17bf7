import type { ContainerRuntimeClient } from 'testcontainers';
import { engineAddress, pingEngine } from './engine-ping.ts';
import type { EngineAddress, PingFailure } from './engine-ping.ts';
import { jaegerImage } from './jaeger-image.ts';
import { JaegerUnavailableError } from './jaeger-unavailable-error.ts';
import type { JaegerUnavailableCode } from './jaeger-unavailable-error.ts';

/** Whether a Jaeger container can be started on this machine, and if not, why, in plain words. */
export type ContainerEngine =
  | { readonly available: true; readonly image: string }
  | {
      readonly available: false;
      readonly code: JaegerUnavailableCode;
      readonly reason: string;
    };

/** What {@link containerEngine} looks for. */
export interface ContainerEngineOptions {
  /** The image that must be there. Default: {@link jaegerImage}. */
  readonly image?: string;
  /** Whether an image that is not there may be pulled. Default true: the first time is slow. */
  readonly pull?: boolean;
  /** How long the engine may take to answer, in milliseconds; a pull is not counted. Default 5,000. */
  readonly timeoutMs?: number;
}

/**
 * Looks whether a container engine answers and has the Jaeger image. Some 30 ms where both are so,
 * after testcontainers is loaded (250 ms, once). An image that is not there is pulled, which takes
 * as long as it takes; say `pull: false` where nobody expects a download.
 *
 * Never throws for what it looks for. Where `DOCKER_HOST` names an engine, that one must answer: no
 * other stands in for it.
 *
 * @example
 * ```ts
 * const engine = await containerEngine();
 * if (!engine.available) console.error(engine.reason);
 * ```
 */
export async function containerEngine(
  options: ContainerEngineOptions = {},
): Promise<ContainerEngine> {
  const { image = jaegerImage(), pull = true, timeoutMs = 5_000 } = options;
  const client = await engineClient(timeoutMs);
  return 'available' in client ? client : withImage(client, image, pull);
}

/** As {@link containerEngine}, for those who cannot go on without. */
export async function requireContainerEngine(options: ContainerEngineOptions): Promise<void> {
  const engine = await containerEngine(options);
  if (!engine.available) throw new JaegerUnavailableError(engine.code, engine.reason);
}

type Unavailable = Extract<ContainerEngine, { available: false }>;

async function engineClient(timeoutMs: number): Promise<ContainerRuntimeClient | Unavailable> {
  const address = engineAddress();
  const failure = address && (await pingEngine(address, timeoutMs));
  if (address && failure && (address.chosen || failure.kind === 'silent')) {
    return silent(address, failure);
  }
  const { getContainerRuntimeClient } = await import('testcontainers');
  try {
    return await getContainerRuntimeClient();
  } catch {
    return address && failure ? silent(address, failure) : missing();
  }
}

async function withImage(
  client: ContainerRuntimeClient,
  image: string,
  pull: boolean,
): Promise<ContainerEngine> {
  const { ImageName } = await import('testcontainers');
  const name = ImageName.fromString(image);
  if (await client.image.exists(name)) return { available: true, image };
  if (!pull) return imageMissing(image, 'is not on this machine');
  try {
    await client.image.pull(name, { force: false, platform: undefined });
    return { available: true, image };
  } catch (error) {
    const why = error instanceof Error ? error.message.trim() : String(error);
    return imageMissing(image, `is not on this machine and could not be pulled: ${why}`);
  }
}

function missing(): Unavailable {
  return unavailable(
    'ENGINE_MISSING',
    'No container engine was found on this machine. Install Docker or Podman and start it, or let DOCKER_HOST name one that runs.',
  );
}

function silent(address: EngineAddress, { kind, detail }: PingFailure): Unavailable {
  const engine = `The container engine at ${address.text}`;
  if (kind === 'forbidden') {
    return unavailable(
      'ENGINE_SILENT',
      `${engine} may not be used by this user (${detail}). Add the user to the group of that socket, usually "docker", and log in again.`,
    );
  }
  const otherwise = address.chosen ? ', or let DOCKER_HOST name one that runs,' : '';
  return unavailable(
    'ENGINE_SILENT',
    `${engine} does not answer (${detail}). Start it${otherwise} and try again.`,
  );
}

function imageMissing(image: string, found: string): Unavailable {
  const mend = `Run "docker pull ${image}" while there is a network, and try again.`;
  return unavailable('IMAGE_MISSING', `The image ${image} ${found.replace(/\.$/, '')}. ${mend}`);
}

function unavailable(code: JaegerUnavailableCode, reason: string): Unavailable {
  return { available: false, code, reason };
}
