import { context, propagation } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  TracerProvider,
  type IdGenerator,
  type Sampler,
  type SpanExporter,
} from '@opentelemetry/sdk-trace';

export interface TracingOptions {
  readonly sampler: Sampler;
  readonly exporter: SpanExporter;
  /** Where the ids of traces and spans come from. */
  readonly idGenerator: IdGenerator;
}

/** What all services in this process share: how contexts are kept, and what they look like in headers. */
export function carryContexts(): void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
}

/** Tracing for one service. Several may share a process, so nothing of it is global. */
export function startTracing(service: string, options: TracingOptions): TracerProvider {
  const { sampler, exporter, idGenerator } = options;
  return new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler,
    idGenerator,
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
}
