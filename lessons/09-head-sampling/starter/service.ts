import type { Tracer } from '@opentelemetry/api';
import type { TracerProvider } from '@opentelemetry/sdk-trace';
import type { Route } from './find-route.ts';
import { listen, type Handle, type Server } from './http-server.ts';
import { serve } from './serve.ts';
import { startTracing, type TracingOptions } from './tracing.ts';

export interface Service extends Server {
  /** What its server does with a request, for those who are in the same process. */
  readonly handle: Handle;
  readonly tracing: TracerProvider;
}

/** Starts one of the shop's services on a free port, with a tracing of its own. */
export async function startService(
  name: string,
  routesOf: (tracer: Tracer) => Route[],
  options: TracingOptions,
): Promise<Service> {
  const tracing = startTracing(name, options);
  const tracer = tracing.getTracer('shop');
  const handle = serve(tracer, routesOf(tracer));
  return { ...(await listen(handle)), handle, tracing };
}

/** The services share an exporter, so all of them deliver before one shuts it down. */
export async function stopServices(services: readonly Service[]): Promise<void> {
  for (const { close } of services) close();
  await Promise.all(services.map(({ tracing }) => tracing.forceFlush()));
  await Promise.all(services.map(({ tracing }) => tracing.shutdown()));
}
