import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { GenericContainer, Wait } from 'testcontainers';
import { requireContainerEngine } from './container-engine.ts';
import { ContainerKeeper, reaperIsOff } from './container-keeper.ts';
import { removeKeptContainers } from './container-removal.ts';
import { jaegerImage } from './jaeger-image.ts';
import { JaegerUnavailableError } from './jaeger-unavailable-error.ts';
import { exitReport } from './post-mortem.ts';
import { StartedJaegerContainer, jaegerPorts } from './started-jaeger-container.ts';

const configInContainer = '/etc/jaeger/config.yaml';
const reaperHint =
  "testcontainers starts its reaper first. Where that image (testcontainers/ryuk) cannot be had, set TESTCONTAINERS_RYUK_DISABLED=true: this package's own keeper then cleans up.";

/**
 * A Jaeger v2 with memory storage, in a container: receives spans over OTLP/HTTP, answers look-ups,
 * serves its page. Everything {@link GenericContainer} offers works here too.
 *
 * Nothing of it outlives this process: testcontainers' reaper sees to that, and where
 * `TESTCONTAINERS_RYUK_DISABLED=true` a keeper process of its own, after a kill -9 too.
 *
 * @example
 * ```ts
 * await using jaeger = await new JaegerContainer().start();
 * const exporter = new OTLPTraceExporter({ url: jaeger.getOtlpTracesUrl() });
 * ```
 */
export class JaegerContainer extends GenericContainer {
  #keeper: ContainerKeeper | undefined;
  #containerId: string | undefined;

  /** @param image Default: {@link jaegerImage}. Version 2 is needed; version 1 has no such API. */
  constructor(image: string = jaegerImage()) {
    super(image);
    this.withExposedPorts(jaegerPorts.otlpHttp, jaegerPorts.query, jaegerPorts.health);
    // The read timeout is also the pause between two tries; with the usual second, half of the
    // start would be spent waiting for a Jaeger that is long ready.
    this.withWaitStrategy(
      Wait.forHttp('/status', jaegerPorts.health, { abortOnContainerExit: true })
        .forStatusCode(200)
        .withReadTimeout(100),
    );
  }

  /**
   * Runs Jaeger with a configuration file of yours, copied into the container when it starts.
   *
   * It replaces the built-in configuration as a whole, so it must itself listen on `0.0.0.0`: OTLP
   * on 4318, `jaeger_query` on 16686, and `healthcheckv2` on 13133 (else the start waits in vain).
   * `docker/jaeger/tail-sampling.yaml` is a whole example. Throws when there is no such file.
   */
  withConfig(path: string): this {
    const source = resolve(path);
    if (!statSync(source, { throwIfNoEntry: false })?.isFile()) {
      throw new Error(`Jaeger should be configured by ${source}, and there is no such file.`);
    }
    return this.withCopyFilesToContainer([
      { source, target: configInContainer, mode: 0o444 },
    ]).withCommand(['--config', configInContainer]);
  }

  /**
   * Creates the container and resolves when Jaeger is ready: about 0.3 s with the image at hand.
   * Throws {@link JaegerUnavailableError} where this machine cannot run it or Jaeger did not start.
   */
  override async start(): Promise<StartedJaegerContainer> {
    const pull = this.pullPolicy.shouldPull() !== 'never';
    await requireContainerEngine({ image: this.imageName.string, pull });
    try {
      return new StartedJaegerContainer(await super.start(), this.#keeper);
    } catch (error) {
      const reason = await this.#explainFailure(error);
      await this.#removeRemains();
      throw new JaegerUnavailableError('START_FAILED', reason, { cause: error });
    }
  }

  protected override async beforeContainerCreated(): Promise<void> {
    this.#containerId = undefined;
    const outlivesOnPurpose = this.reuse || !this.autoCleanup;
    this.#keeper = reaperIsOff() && !outlivesOnPurpose ? await ContainerKeeper.spawn() : undefined;
    if (this.#keeper !== undefined) this.withLabels(this.#keeper.label);
  }

  protected override async containerCreated(containerId: string): Promise<void> {
    this.#containerId = containerId;
  }

  async #explainFailure(error: unknown): Promise<string> {
    const failure = error instanceof Error ? error.message.trim() : String(error);
    const seen = `Jaeger (${this.imageName.string}) did not start: ${failure}`;
    if (this.#containerId === undefined) return reaperIsOff() ? seen : `${seen}\n${reaperHint}`;
    const ended = await exitReport(this.#containerId);
    return ended === undefined ? seen : `${seen}\n${ended}`;
  }

  async #removeRemains(): Promise<void> {
    if (this.#keeper === undefined) return;
    await removeKeptContainers(this.#keeper.id);
    await this.#keeper.release();
  }
}
