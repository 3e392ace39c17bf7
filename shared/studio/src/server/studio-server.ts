import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { StudioRequest } from '../snapshot.ts';
import type { PageState } from '../state/page-state.ts';
import { Assets } from './assets.ts';
import { documentOf } from './document.ts';
import { Feed } from './feed.ts';
import { refusalOf, writeRefusalOf } from './guard.ts';
import { listen } from './listening.ts';
import { studioRequestIn } from './request-body.ts';
import { securityHeaders } from './security-headers.ts';

export interface StudioServerOptions {
  /** The port to have if it is free; any other if it is not. */
  readonly port: number;
  /** The JSON of something that a state has named: `pictures/<name>`, `grades/<name>`. */
  readonly kept: (path: string) => string | undefined | Promise<string | undefined>;
  readonly asked: (request: StudioRequest) => void;
}

type Shown = Omit<PageState, 'build' | 'token'>;

/** Serves the page, its feed and its pictures on this machine's loopback, and takes what it asks. */
export class StudioServer implements AsyncDisposable {
  readonly url: string;
  readonly #port: number;
  readonly #server: Server;
  readonly #options: StudioServerOptions;
  readonly #assets = new Assets();
  readonly #feed = new Feed();
  readonly #token = randomBytes(24).toString('base64url');
  readonly #headers: Readonly<Record<string, string>>;
  #state: PageState;

  private constructor(server: Server, port: number, options: StudioServerOptions) {
    this.url = `http://127.0.0.1:${port}/`;
    this.#port = port;
    this.#server = server;
    this.#options = options;
    const { build, importMap, inlineScripts } = this.#assets;
    this.#headers = securityHeaders([importMap, ...Object.values(inlineScripts)]);
    this.#state = { build, token: this.#token };
    server.on('request', (request, response) => {
      this.#answer(request, response).catch(() => sendFailure(response));
    });
  }

  static async open(options: StudioServerOptions): Promise<StudioServer> {
    const server = createServer();
    const port = await listen(server, options.port);
    return new StudioServer(server, port, options);
  }

  show(shown: Shown): void {
    this.#state = { build: this.#assets.build, token: this.#token, ...shown };
    this.#feed.publish(JSON.stringify(this.#state));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#feed[Symbol.dispose]();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value);
    const refusal = refusalOf(request, this.#port);
    if (refusal !== undefined) return send(response, refusal.status, refusal.reason);
    const path = URL.parse(request.url ?? '/', this.url)?.pathname ?? '';
    if (request.method === 'GET') return await this.#get(path, response);
    if (request.method === 'POST' && path === '/ask') return await this.#ask(request, response);
    send(response, 405, 'There is nothing to do this with.');
  }

  async #get(path: string, response: ServerResponse): Promise<void> {
    if (path === '/') return this.#sendPage(response);
    if (path === '/events') return this.#openFeed(response);
    const asset = this.#assets.find(path);
    if (asset !== undefined) return sendKept(response, asset.type, asset.body);
    const json = await this.#options.kept(path.slice(1));
    if (json !== undefined) return sendKept(response, 'application/json', json);
    send(response, 404, 'There is no such page.');
  }

  #sendPage(response: ServerResponse): void {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(documentOf(this.#state, this.#assets));
  }

  /** What was shown last may not have been published yet: a feed begins with it. */
  #openFeed(response: ServerResponse): void {
    this.#feed.publish(JSON.stringify(this.#state));
    this.#feed.add(response);
  }

  async #ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = writeRefusalOf(request, this.#token);
    if (refusal !== undefined) return send(response, refusal.status, refusal.reason);
    const asked = await studioRequestIn(request).catch(() => undefined);
    if (asked === undefined) return send(response, 400, 'The page does not send such a request.');
    this.#options.asked(asked);
    response.statusCode = 204;
    response.end();
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(`${text}\n`);
}

/** One request that goes wrong must not end the thread that all the others are answered by. */
function sendFailure(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else send(response, 500, 'This could not be answered. Reload the page.');
}

/** The name says what is in it, so it never changes. */
function sendKept(response: ServerResponse, type: string, body: string): void {
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  response.setHeader('content-type', type);
  response.end(body);
}
