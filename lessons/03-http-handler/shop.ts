import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, request, type RequestOptions, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { type Behaviour, Services } from './services.ts';
import type * as starter from './starter/main.ts';

export type Subject = typeof starter;
export type Run = Stage<Subject, Inputs>;
type Gateway = Awaited<ReturnType<Subject['main']>>;

/** Starts an inventory, a payment, and the subject's gateway between them and the customers. */
export async function openShop(run: Run): Promise<Shop> {
  const services = new Services(usual(run.inputs), (path) => run.observe('asked', path));
  const { inventory, payment } = await services.open();
  const gateway = await run.subject.main({ inventory, payment, exporter: run.exporter });
  return new Shop(run, gateway, services);
}

function usual({ orderId, receipt }: Inputs): Behaviour {
  return { findOrder: () => ({ orderId }), charge: () => ({ receipt }) };
}

/** The shop, as its customers meet it. */
export class Shop {
  readonly #run: Run;
  readonly #gateway: Gateway;
  readonly #services: Services;

  constructor(run: Run, gateway: Gateway, services: Services) {
    this.#run = run;
    this.#gateway = gateway;
    this.#services = services;
  }

  /** What inventory and payment do from now on; all is well unless told otherwise. */
  behave(behaviour: Partial<Behaviour> = {}): void {
    this.#services.behave({ ...usual(this.#run.inputs), ...behaviour });
  }

  /** Observes the answer to a request under a name, or that there was none. */
  async visit(name: string, path: string, options: RequestOptions = {}, body = ''): Promise<void> {
    const { observe } = this.#run;
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const url = `${this.#gateway.url}${path}`;
    request(url, options, resolve).on('error', reject).end(body);
    try {
      const response = await promise;
      observe(`${name}.status`, response.statusCode ?? 0);
      observe(`${name}.body`, await text(response));
    } catch {
      observe(`${name}.status`, 'no answer');
    }
  }

  pay(name: string, id: string, options: RequestOptions = {}): Promise<void> {
    const body = JSON.stringify({ card: this.#run.inputs.card });
    return this.visit(name, `/orders/${id}/payment`, { method: 'POST', ...options }, body);
  }

  /** Resolves when all spans that the gateway has exported have arrived. */
  async delivered(): Promise<void> {
    await this.#run.exporter.forceFlush?.();
  }

  /** Resolves when the gateway has noticed that the connection of its next request is gone. */
  nextDeparture(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const host = new URL(this.#gateway.url).host;
    const look = (message: unknown): void => {
      if (!isExchange(message) || message.request.headers.host !== host) return;
      unsubscribe('http.server.request.start', look);
      message.response.once('close', () => resolve());
    };
    subscribe('http.server.request.start', look);
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway.stop();
    this.#services.close();
  }
}

function isExchange(
  message: unknown,
): message is { readonly request: IncomingMessage; readonly response: ServerResponse } {
  return (
    typeof message === 'object' && message !== null && 'request' in message && 'response' in message
  );
}
