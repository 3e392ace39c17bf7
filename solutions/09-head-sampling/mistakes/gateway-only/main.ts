import {
  ConsoleSpanExporter,
  RandomIdGenerator,
  type IdGenerator,
  type SpanExporter,
} from '@opentelemetry/sdk-trace';
import { tryOut } from './laptop.ts';
import { createSampler } from './sampler.ts';
import { startService, stopServices, type Service } from './service.ts';
import { gatewayRoutes, inventoryRoutes, paymentRoutes } from './shop-routes.ts';
import { carryContexts } from './tracing.ts';

export interface ServiceOptions {
  readonly exporter?: SpanExporter;
  readonly idGenerator?: IdGenerator;
}

export interface ShopOptions extends ServiceOptions {
  /** Base URL of the bank, which is not part of the shop. */
  readonly bank: string;
}

export interface Shop extends Readonly<Record<keyof typeof ROUTES, Service>> {
  /** What the sampler says of itself, for whoever wonders why a trace is not there. */
  readonly sampling: string;
  readonly stop: () => Promise<void>;
}

const ROUTES = { gateway: gatewayRoutes, inventory: inventoryRoutes, payment: paymentRoutes };

/** Starts one service of the shop in a program of its own. It calls the one at `next`. */
export async function startAlone(
  name: keyof typeof ROUTES,
  next: string,
  options: ServiceOptions,
): Promise<Service> {
  carryContexts();
  return start(name, next, options);
}

/** Starts all three in one program, as on a laptop. */
export async function main({ bank, ...options }: ShopOptions): Promise<Shop> {
  carryContexts();
  const payment = await start('payment', bank, options);
  const inventory = await start('inventory', payment.url, options);
  const gateway = await start('gateway', inventory.url, options);
  const stop = (): Promise<void> => stopServices([gateway, inventory, payment]);
  return { gateway, inventory, payment, sampling: createSampler().toString(), stop };
}

function start(
  name: keyof typeof ROUTES,
  next: string,
  { exporter, idGenerator }: ServiceOptions,
): Promise<Service> {
  return startService(name, ROUTES[name](next), {
    ...(name === 'gateway' && { sampler: createSampler() }),
    exporter: exporter ?? new ConsoleSpanExporter(),
    idGenerator: idGenerator ?? new RandomIdGenerator(),
  });
}

if (import.meta.main) {
  await tryOut(main);
}
