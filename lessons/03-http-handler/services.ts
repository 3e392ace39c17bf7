import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Json } from '@tracelings/lesson-kit';

/** What one of the services answers. Without a value it has dealt with the response itself. */
type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<Json | void> | Json | void;

/** What each of the two services that the gateway asks does when it is asked. */
export interface Behaviour {
  readonly findOrder: Answer;
  readonly charge: Answer;
}

/** Inventory and payment. What they do may change from one request to the next. */
export class Services {
  readonly #note: (path: string) => void;
  readonly #inventory: Server;
  readonly #payment: Server;
  #behaviour: Behaviour;

  /** `note` is called with the path of every request that comes to either of them. */
  constructor(behaviour: Behaviour, note: (path: string) => void) {
    this.#behaviour = behaviour;
    this.#note = note;
    this.#inventory = this.#serverOf((...asked) => this.#behaviour.findOrder(...asked));
    this.#payment = this.#serverOf((...asked) => this.#behaviour.charge(...asked));
  }

  behave(behaviour: Behaviour): void {
    this.#behaviour = behaviour;
  }

  /** Their base URLs, once they listen. */
  async open(): Promise<{ readonly inventory: string; readonly payment: string }> {
    return { inventory: await listen(this.#inventory), payment: await listen(this.#payment) };
  }

  close(): void {
    for (const server of [this.#inventory, this.#payment]) {
      server.close();
      server.closeAllConnections();
    }
  }

  #serverOf(answer: Answer): Server {
    return createServer((request, response) => {
      this.#note(request.url ?? '');
      request.resume();
      void respond(answer, request, response);
    });
  }
}

async function respond(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await answer(request, response);
  if (body !== undefined) response.end(JSON.stringify(body));
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
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
