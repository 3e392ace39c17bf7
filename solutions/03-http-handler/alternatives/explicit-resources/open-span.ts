import {
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';

const tracer = trace.getTracer('gateway');

/** A span that ends with the block that holds it. */
export class OpenSpan implements Disposable {
  readonly span: Span;

  constructor(name: string, options: SpanOptions, parent: Context) {
    this.span = tracer.startSpan(name, options, parent);
  }

  fail(error: Error): void {
    this.span.recordException(error);
    this.span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
    this.span.setAttribute('error.type', error.name);
  }

  [Symbol.dispose](): void {
    this.span.end();
  }
}
