import { SpanStatusCode, context, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { OtlpTrace } from '../src/index.ts';
import { member } from '../src/otlp-trace.ts';

/**
 * Sends one trace and resolves to its id when the exporter has delivered it.
 *
 *     root
 *     ├─ child
 *     └─ child …
 */
export async function sendTrace(
  tracesUrl: string,
  { children = 0, failed = false }: { children?: number; failed?: boolean } = {},
): Promise<string> {
  const resource = resourceFromAttributes({ 'service.name': 'send-spans' });
  const exporter = new OTLPTraceExporter({ url: tracesUrl });
  const provider = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('send-spans');
  const root = tracer.startSpan('root');
  const inRoot = trace.setSpan(context.active(), root);
  for (let child = 0; child < children; child += 1) tracer.startSpan('child', {}, inRoot).end();
  if (failed) root.setStatus({ code: SpanStatusCode.ERROR });
  root.end();
  await provider.shutdown();
  return root.spanContext().traceId;
}

/** The names of all spans in an answer, sorted. */
export function spanNames({ resourceSpans }: OtlpTrace): string[] {
  return resourceSpans
    .flatMap((resource) => list(resource, 'scopeSpans'))
    .flatMap((scope) => list(scope, 'spans'))
    .map((span) => String(member(span, 'name')))
    .toSorted();
}

function list(value: unknown, key: string): readonly unknown[] {
  const items = member(value, key);
  return Array.isArray(items) ? items : [];
}
