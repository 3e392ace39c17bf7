import { ConsoleSpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import { listen, type Server } from './http-server.ts';
import { tryOut } from './laptop.ts';
import { ordersOf, type Services } from './orders.ts';
import { serve } from './serve.ts';
import { startTracing } from './tracing.ts';

export interface GatewayOptions extends Services {
  readonly exporter?: SpanExporter;
}

/** Starts the gateway on a free port. Stopping it delivers its last spans. */
export async function main({
  inventory,
  payment,
  exporter = new ConsoleSpanExporter(),
}: GatewayOptions): Promise<Server> {
  const tracing = startTracing(exporter);
  const routes = ordersOf({ inventory, payment });
  const server = await listen((request, response) => serve(request, response, routes));
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await tracing.shutdown();
    },
  };
}

if (import.meta.main) {
  await tryOut(main);
}
