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

export interface ShopOptions {
  /** Base URL of the bank, which is not part of the shop. */
  readonly bank: string;
  readonly exporter?: SpanExporter;
  readonly idGenerator?: IdGenerator;
}

export interface Shop extends Readonly<Record<'gateway' | 'inventory' | 'payment', Service>> {
  /** What the sampler says of itself, for whoever wonders why a trace is not there. */
  readonly sampling: string;
  readonly stop: () => Promise<void>;
}

/** Opens the shop: three services, which could as well be three programs. */
export async function main({ bank, exporter, idGenerator }: ShopOptions): Promise<Shop> {
  carryContexts();
  const sampler = createSampler();
  const options = {
    sampler,
    exporter: exporter ?? new ConsoleSpanExporter(),
    idGenerator: idGenerator ?? new RandomIdGenerator(),
  };
  const payment = await startService('payment', paymentRoutes(bank), options);
  const inventory = await startService('inventory', inventoryRoutes(payment.url), options);
  const gateway = await startService('gateway', gatewayRoutes(inventory.url), options);
  const stop = (): Promise<void> => stopServices([gateway, inventory, payment]);
  return { gateway, inventory, payment, sampling: sampler.toString(), stop };
}

if (import.meta.main) {
  await tryOut(main);
}
