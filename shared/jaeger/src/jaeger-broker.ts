import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { JaegerContainer } from './jaeger-container.ts';
import { JaegerUnavailableError } from './jaeger-unavailable-error.ts';
import { containerPostMortem } from './post-mortem.ts';
import type { StartedJaegerContainer } from './started-jaeger-container.ts';

/**
 * Lends one Jaeger to many processes, so that a test run of many packages starts one container.
 *
 * A small server on the loopback interface. The first question starts the container, every answer
 * names the same one, and disposing the broker stops it. A start that failed is not tried again:
 * every later question gets the same reason. Hand `url` to other processes as
 * `TRACELINGS_JAEGER_BROKER`; `sharedJaeger` finds it there. Anybody on this machine can ask.
 *
 * @example
 * ```ts
 * await using broker = await JaegerBroker.listen();
 * const env = { ...process.env, TRACELINGS_JAEGER_BROKER: broker.url };
 * spawn('npx', ['turbo', 'run', 'test'], { env });
 * ```
 */
export class JaegerBroker implements AsyncDisposable {
  /** Where to ask: `http://127.0.0.1:` and a free port. */
  readonly url: string;
  readonly #server: Server;
  readonly #container: JaegerContainer;
  #started: Promise<StartedJaegerContainer> | undefined;

  private constructor(server: Server, container: JaegerContainer) {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    this.url = `http://127.0.0.1:${address.port}`;
    this.#container = container;
    this.#server = server.on('request', (request, response) => {
      void this.#answer(request, response);
    });
  }

  /** Resolves when the broker can be asked; no container is started yet. */
  static async listen(container: JaegerContainer = new JaegerContainer()): Promise<JaegerBroker> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new JaegerBroker(server, container);
  }

  /** Takes no more questions, and stops the container if one was started or is starting. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    const started = await this.#started?.catch(() => undefined);
    await started?.stop();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#started ??= this.#container.start();
    try {
      const jaeger = await this.#started;
      reply(response, 200, await answerTo(request.url, jaeger));
    } catch (error) {
      reply(response, 503, refusal(error));
    }
  }
}

async function answerTo(path: string | undefined, jaeger: StartedJaegerContainer) {
  if (path === '/post-mortem') {
    return { postMortem: (await containerPostMortem(jaeger.getId())) ?? null };
  }
  return { otlpHttpEndpoint: jaeger.getOtlpHttpEndpoint(), queryUrl: jaeger.getQueryUrl() };
}

function refusal(error: unknown): { code: string; reason: string } {
  return {
    code: error instanceof JaegerUnavailableError ? error.code : 'START_FAILED',
    reason: error instanceof Error ? error.message : String(error),
  };
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
