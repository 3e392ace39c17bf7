import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Json, Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import type * as starter from './starter/main.ts';

export type Subject = typeof starter;
export type Run = Stage<Subject, Inputs>;
type Gateway = Awaited<ReturnType<Subject['main']>>;

/** What one of the services answers. Without a value it has dealt with the response itself. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<Json> | Json | void;

/** What the two services that the gateway asks do; all is well unless told otherwise. */
export interface Behaviour {
  readonly findOrder?: Answer;
  readonly charge?: Answer;
}

/** Starts an inventory, a payment, and the subject's gateway between them and the customers. */
export async function openShop(run: Run, behaviour: Behaviour = {}): Promise<Shop> {
  const { orderId, receipt } = run.inputs;
  const { findOrder = () => ({ orderId }), charge = () => ({ receipt }) } = behaviour;
  let timesAsked = 0;
  const count = (): void => run.observe('timesAsked', (timesAsked += 1));
  const inventory = await startService(findOrder, count);
  const payment = await startService(charge, count);
  const gateway = await run.subject.main({
    inventory: urlOf(inventory),
    payment: urlOf(payment),
    exporter: run.exporter,
  });
  return new Shop(run, gateway, [inventory, payment]);
}

/** The shop, as its customers meet it. */
export class Shop {
  readonly #run: Run;
  readonly #gateway: Gateway;
  readonly #services: readonly Server[];

  constructor(run: Run, gateway: Gateway, services: readonly Server[]) {
    this.#run = run;
    this.#gateway = gateway;
    this.#services = services;
  }

  /** Observes the answer to a request under a name; status 0 where the customer got none. */
  async visit(name: string, path: string, init: RequestInit = {}): Promise<void> {
    const { observe } = this.#run;
    try {
      const response = await fetch(`${this.#gateway.url}${path}`, init);
      observe(`${name}.status`, response.status);
      observe(`${name}.body`, await response.text());
    } catch {
      observe(`${name}.status`, 0);
    }
  }

  pay(name: string, id: string, signal: AbortSignal | null = null): Promise<void> {
    const body = JSON.stringify({ card: this.#run.inputs.card });
    return this.visit(name, `/orders/${id}/payment`, { method: 'POST', body, signal });
  }

  /** Resolves when the gateway has noticed that the connection of its next request is gone. */
  nextDeparture(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const host = new URL(this.#gateway.url).host;
    subscribe('http.server.request.start', (message) => {
      if (isExchange(message) && message.request.headers.host === host) {
        message.response.once('close', () => resolve());
      }
    });
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway.stop();
    for (const service of this.#services) {
      service.close();
      service.closeAllConnections();
    }
  }
}

/** Lets nobody go on before all have come. */
export class Meeting {
  readonly #all = Promise.withResolvers<void>();
  #missing: number;

  constructor(size: number) {
    this.#missing = size;
  }

  join(): Promise<void> {
    this.#missing -= 1;
    if (this.#missing === 0) this.#all.resolve();
    return this.#all.promise;
  }
}

async function startService(answer: Answer, count: () => void): Promise<Server> {
  const service = createServer((request, response) => {
    count();
    request.resume();
    void respond(answer, request, response);
  });
  await once(service.listen(0, '127.0.0.1'), 'listening');
  return service;
}

async function respond(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await answer(request, response);
  if (body !== undefined) response.end(JSON.stringify(body));
}

function urlOf(service: Server): string {
  const address = service.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function isExchange(
  message: unknown,
): message is { readonly request: IncomingMessage; readonly response: ServerResponse } {
  return (
    typeof message === 'object' && message !== null && 'request' in message && 'response' in message
  );
}
