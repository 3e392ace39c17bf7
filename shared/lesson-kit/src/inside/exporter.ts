import { ExportResultCode } from '@opentelemetry/core';
import type { ExportResult } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from './job.ts';
import { record, spanOnWire } from './recorder.ts';

/** As long as a collector on the same machine takes to answer. */
const DELIVERY_MS = 2;

const underWay = new Set<Promise<void>>();

/** Whether spans have been sent and not been confirmed yet. */
export function isDelivering(): boolean {
  return underWay.size > 0;
}

/** Where the subject's spans go. Each is recorded at the moment its delivery is confirmed. */
export async function openExporter(sink: Job['sink']): Promise<SpanExporter> {
  if (sink.kind === 'memory') {
    return new RecordingExporter(deliverToMemory());
  }
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new RecordingExporter(new OTLPTraceExporter({ url: sink.url }));
}

class RecordingExporter implements SpanExporter {
  readonly #next: SpanExporter;
  #isShutDown = false;

  constructor(next: SpanExporter) {
    this.#next = next;
  }

  export(spans: ReadableSpan[], onResult: (result: ExportResult) => void): void {
    if (this.#isShutDown) {
      onResult({
        code: ExportResultCode.FAILED,
        error: new Error('The exporter has been shut down.'),
      });
      return;
    }
    const delivered = this.#deliver(spans).then(onResult);
    underWay.add(delivered);
    void delivered.finally(() => underWay.delete(delivered));
  }

  async forceFlush(): Promise<void> {
    await Promise.allSettled(underWay);
    await this.#next.forceFlush?.();
  }

  async shutdown(): Promise<void> {
    this.#isShutDown = true;
    await Promise.allSettled(underWay);
    await this.#next.shutdown();
  }

  async #deliver(spans: ReadableSpan[]): Promise<ExportResult> {
    const { promise, resolve } = Promise.withResolvers<ExportResult>();
    this.#next.export(spans, resolve);
    const result = await promise;
    if (result.code === ExportResultCode.SUCCESS) {
      for (const span of spans) {
        record({ t: 'export', otlp: spanOnWire(span) });
      }
    }
    return result;
  }
}

/**
 * Confirms after a moment, as a network does, and holds the process as a socket would: a program
 * that exits right after `end()` loses its span here as it would lose it anywhere else.
 */
function deliverToMemory(): SpanExporter {
  return {
    export: (_spans, onResult) =>
      void wait(DELIVERY_MS).then(() => onResult({ code: ExportResultCode.SUCCESS })),
    shutdown: () => Promise.resolve(),
  };
}
