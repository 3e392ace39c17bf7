import { AbstractStartedContainer } from 'testcontainers';
import type { StartedTestContainer } from 'testcontainers';
import type { ContainerKeeper } from './container-keeper.ts';
import { JaegerClient } from './jaeger-client.ts';
import type { OtlpTrace } from './otlp-trace.ts';
import { containerPostMortem } from './post-mortem.ts';
import type { RunningJaeger, TraceOptions } from './running-jaeger.ts';

/** Where Jaeger's image listens, inside the container. */
export const jaegerPorts = { otlpHttp: 4318, query: 16686, health: 13133 } as const;

/**
 * A Jaeger in a container of its own, ready for spans: what {@link JaegerContainer.start} gives.
 * Keep it in an `await using`, or call `stop()`; both remove the container and all it stored.
 */
export class StartedJaegerContainer extends AbstractStartedContainer implements RunningJaeger {
  readonly #keeper: ContainerKeeper | undefined;

  constructor(startedTestContainer: StartedTestContainer, keeper?: ContainerKeeper) {
    super(startedTestContainer);
    this.#keeper = keeper;
  }

  getOtlpHttpEndpoint(): string {
    return this.#client().getOtlpHttpEndpoint();
  }

  getOtlpTracesUrl(): string {
    return this.#client().getOtlpTracesUrl();
  }

  getQueryUrl(): string {
    return this.#client().getQueryUrl();
  }

  getPageUrl(traceId?: string): string {
    return this.#client().getPageUrl(traceId);
  }

  trace(traceId: string, options: TraceOptions = {}): Promise<OtlpTrace> {
    return this.#client().trace(traceId, options);
  }

  services(): Promise<string[]> {
    return this.#client().services();
  }

  protected override async containerStopped(): Promise<void> {
    await this.#keeper?.release();
  }

  // Made anew each time because a restart of the container changes its ports.
  #client(): JaegerClient {
    return new JaegerClient(
      {
        otlpHttpEndpoint: this.#url(jaegerPorts.otlpHttp),
        queryUrl: this.#url(jaegerPorts.query),
      },
      () => containerPostMortem(this.getId()),
    );
  }

  #url(port: number): string {
    return `http://${this.getHost()}:${this.getMappedPort(port)}`;
  }
}
