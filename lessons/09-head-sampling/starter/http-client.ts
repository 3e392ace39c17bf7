import { once } from 'node:events';
import { IncomingMessage, request, type OutgoingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Answer } from './http-server.ts';

/** Asks a server that answers with JSON. The request has no body. */
export async function ask(
  method: string,
  url: string,
  headers: OutgoingHttpHeaders,
): Promise<Answer> {
  const received: unknown[] = await once(request(url, { method, headers }).end(), 'response');
  const [response] = received;
  if (!(response instanceof IncomingMessage)) throw new Error(`${url} gave no answer`);
  return { status: response.statusCode ?? 0, body: await json(response) };
}
