// The README's examples of the model: each region here stands there word for word.
import { context, SpanStatusCode, trace as api, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import {
  OtlpError,
  Trace,
  describeDetails,
  parseOtlp,
  renderTree,
  spanFromSdk,
} from '@tracelings/trace-shape';
import { toOtlp } from '@tracelings/trace-shape/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

beforeEach(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager()));
afterEach(() => context.disable());

describe('the README’s example of', () => {
  it('a trace from memory', () => {
    // #region memory
    const exporter = new InMemorySpanExporter();
    const spanProcessors = [new SimpleSpanProcessor({ exporter })];
    const tracer = new TracerProvider({ spanProcessors }).getTracer('shop');
    placeOrder(tracer);

    const trace = new Trace(exporter.getFinishedSpans().map(spanFromSdk));
    const drawing = renderTree(trace);
    // #endregion
    expect(drawing).toMatchInlineSnapshot(`
      "POST /orders · server
      ├─ check stock
      └─ charge card · client · error: card declined"
    `);
  });

  it('questions', () => {
    const trace = orderTrace();
    // #region questions
    const [root] = trace.roots;
    const paths = trace.spans.map((span) => trace.pathOf(span).join(' > '));
    const isWhole = trace.open.length === 0 && trace.orphans.length === 0;
    // #endregion
    expect(root?.name).toBe('POST /orders');
    expect(paths.at(-1)).toBe('POST /orders > charge card');
    expect(isWhole).toBe(true);
  });

  it('drawing', () => {
    const trace = orderTrace();
    // #region drawing
    const drawing = renderTree(trace, {
      width: 60,
      mark: (span) => (span.status.code === 'error' ? 'look here' : undefined),
      details: describeDetails,
    });
    // #endregion
    expect(drawing).toMatchInlineSnapshot(`
      "POST /orders · server
      ├─ check stock
      └─ charge card · client · error: card declined  ← look here
            payment.provider = "acme""
    `);
  });

  it('OTLP', () => {
    const spans = orderTrace().spans;
    // #region otlp
    const json = JSON.stringify(toOtlp(spans));
    const trace = parseOtlp(JSON.parse(json));
    // #endregion
    expect(trace.spans).toEqual(spans);
  });

  it('an error', () => {
    const answer = { resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 'abc' }] }] }] };
    const complaints: string[] = [];
    // #region error
    try {
      parseOtlp(answer, { spans: 10_000 });
    } catch (error) {
      if (!(error instanceof OtlpError)) throw error;
      complaints.push(`${error.code} at ${error.path}: ${error.message}`);
    }
    // #endregion
    expect(complaints).toMatchInlineSnapshot(`
      [
        "OTLP_INVALID_ID at resourceSpans[0].scopeSpans[0].spans[0].traceId: resourceSpans[0].scopeSpans[0].spans[0].traceId should be a trace id of 32 hex digits, but is the string "abc". Correct what wrote it.",
      ]
    `);
  });
});

function orderTrace(): Trace {
  const exporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor({ exporter })];
  placeOrder(new TracerProvider({ spanProcessors }).getTracer('shop'));
  return new Trace(exporter.getFinishedSpans().map(spanFromSdk));
}

// POST /orders (server)
// ├─ check stock
// └─ charge card (client, error)
function placeOrder(tracer: Tracer): void {
  tracer.startActiveSpan('POST /orders', { kind: 1 }, (order) => {
    tracer.startActiveSpan('check stock', (span) => span.end());
    const charge = tracer.startSpan(
      'charge card',
      { kind: 2 },
      api.setSpan(context.active(), order),
    );
    charge.setAttribute('payment.provider', 'acme');
    charge.setStatus({ code: SpanStatusCode.ERROR, message: 'card declined' });
    charge.end();
    order.end();
  });
}
