import type { IncomingMessage } from 'node:http';

/** Why a request is refused: a status, and a sentence for whoever sent it. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/**
 * Refuses what another page may have sent. A name that was pointed at this machine (DNS rebinding)
 * shows in the Host header, a request made by another page in Origin or Sec-Fetch-Site.
 */
export function refusalOf(request: IncomingMessage, port: number): Refusal | undefined {
  const { host = '', origin } = request.headers;
  if (!hostsOf(port).includes(host)) {
    return refuse(`it asks for the host "${host}", and this page is at 127.0.0.1:${port} alone`);
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return refuse('it comes from another page');
  }
  const site = request.headers['sec-fetch-site'];
  const isVisit = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET';
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  if (!isOwn && !isVisit) return refuse('it was made by another page');
  return undefined;
}

/** A request that changes something has to say where it comes from, and know the page's token. */
export function writeRefusalOf(request: IncomingMessage, token: string): Refusal | undefined {
  const { origin } = request.headers;
  if (origin === undefined) return refuse('it does not say which page it comes from');
  if (request.headers['x-studio-token'] !== token) {
    return refuse('its token is not that of an open page. Reload the page');
  }
  if (request.headers['content-type'] !== 'application/json') {
    return { status: 415, reason: 'Send application/json.' };
  }
  return undefined;
}

function hostsOf(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function refuse(why: string): Refusal {
  return { status: 403, reason: `The request was refused, since ${why}.` };
}
