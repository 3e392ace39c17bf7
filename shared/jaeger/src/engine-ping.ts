import { existsSync } from 'node:fs';
import { request } from 'node:http';
import type { RequestOptions } from 'node:http';

const defaultSocket = '/var/run/docker.sock';

/** Where a container engine should be listening. */
export interface EngineAddress {
  readonly text: string;
  /** Whether somebody chose it by `DOCKER_HOST`, so that no other engine may stand in for it. */
  readonly chosen: boolean;
  readonly options: RequestOptions;
}

export interface PingFailure {
  readonly kind: 'refused' | 'forbidden' | 'silent';
  readonly detail: string;
}

/** Undefined where the engine is not reached by a plain socket: TLS, SSH, a Windows pipe, rootless. */
export function engineAddress(): EngineAddress | undefined {
  const chosen = process.env['DOCKER_HOST'];
  if (chosen !== undefined && chosen !== '') return chosenAddress(chosen);
  if (!existsSync(defaultSocket)) return undefined;
  return { text: defaultSocket, chosen: false, options: { socketPath: defaultSocket } };
}

function chosenAddress(text: string): EngineAddress | undefined {
  const url = URL.parse(text);
  if (url?.protocol === 'unix:') {
    return { text, chosen: true, options: { socketPath: url.pathname } };
  }
  if (url?.protocol === 'tcp:' && process.env['DOCKER_TLS_VERIFY'] !== '1') {
    return { text, chosen: true, options: { host: url.hostname, port: url.port || 2375 } };
  }
  return undefined;
}

// testcontainers' own probe has no time limit, and an engine that accepts and never answers would
// hold it for ever.
export function pingEngine(
  address: EngineAddress,
  timeoutMs: number,
): Promise<PingFailure | undefined> {
  const { promise, resolve } = Promise.withResolvers<PingFailure | undefined>();
  const signal = AbortSignal.timeout(timeoutMs);
  request({ ...address.options, path: '/_ping', agent: false, signal }, (response) => {
    response.resume();
    response.on('error', () => undefined);
    resolve(undefined);
  })
    .on('error', (error) => resolve(failure(error, signal.aborted, timeoutMs)))
    .end();
  return promise;
}

function failure(error: Error, timeUp: boolean, timeoutMs: number): PingFailure {
  if (timeUp) return { kind: 'silent', detail: `no answer within ${timeoutMs} ms` };
  const forbidden = 'code' in error && error.code === 'EACCES';
  return { kind: forbidden ? 'forbidden' : 'refused', detail: error.message };
}
