import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

/** An HTTP server on a free port, for answers that no Jaeger and no engine would give. */
export class LocalServer implements AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    this.port = address.port;
    this.url = `http://127.0.0.1:${this.port}`;
    this.#server = server;
  }

  static async listen(answer: RequestListener): Promise<LocalServer> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LocalServer(server);
  }

  /** An address where somebody listened a moment ago, and nobody does now. */
  static async abandonedUrl(): Promise<string> {
    await using server = await LocalServer.listen(() => undefined);
    return server.url;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
