// oxlint-disable typescript/unbound-method -- every method taken here is called with its own `this`
import { ProxyTracerProvider, trace } from '@opentelemetry/api';
import type { Span, Tracer, TracerProvider } from '@opentelemetry/api';
import { TracerProvider as SdkTracerProvider } from '@opentelemetry/sdk-trace';
import { record } from './recorder.ts';
import { watchSpan } from './span-watch.ts';

const watched = new WeakSet<object>();

/**
 * Sees every span that starts, whoever made the provider and whether or not it was registered, by
 * wrapping what the API and the SDK make public: `setGlobalTracerProvider`, `getTracer`,
 * `startSpan` and `end`.
 */
export function watchTracers(): void {
  watchProvider(SdkTracerProvider.prototype);
  watchUnregisteredTracers();
  const register = trace.setGlobalTracerProvider.bind(trace);
  trace.setGlobalTracerProvider = (provider) => {
    watchProvider(provider);
    const ok = register(provider);
    record({ t: 'registered', ok });
    return ok;
  };
}

function watchProvider(provider: TracerProvider): void {
  if (watched.has(provider.getTracer)) {
    return;
  }
  const getTracer: (this: unknown, ...scope: Parameters<TracerProvider['getTracer']>) => Tracer =
    provider.getTracer;
  provider.getTracer = function getWatchedTracer(...scope) {
    const tracer = getTracer.apply(this, scope);
    watchTracer(tracer, (span, name) => {
      // Not asked first, since the subject may have replaced what it answers.
      if (!watchSpan(span) && !span.isRecording()) {
        record({ t: 'unrecorded', name, byChoice: true });
      }
    });
    return tracer;
  };
  watched.add(provider.getTracer);
}

/** Before a provider is registered the API hands out tracers that do nothing; all share a prototype. */
function watchUnregisteredTracers(): void {
  const idle: Tracer = new ProxyTracerProvider().getDelegate().getTracer('none');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it has, its prototype has
  const idlePrototype = Object.getPrototypeOf(idle) as Tracer;
  watchTracer(idlePrototype, (_span, name) => {
    record({ t: 'unrecorded', name, byChoice: false });
  });
}

function watchTracer(tracer: Tracer, onStart: (span: Span, name: string) => void): void {
  if (watched.has(tracer)) {
    return;
  }
  watched.add(tracer);
  const startSpan: (this: unknown, ...call: Parameters<Tracer['startSpan']>) => Span =
    tracer.startSpan;
  tracer.startSpan = function startWatchedSpan(name, ...rest) {
    const span = startSpan.call(this, name, ...rest);
    onStart(span, name);
    return span;
  };
}
