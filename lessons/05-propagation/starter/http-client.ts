import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';

/** Posts a body as JSON, with these headers. Rejects unless it is answered with 200. */
export async function post(
  url: string,
  headers: Headers | Readonly<Record<string, string>>,
  body: unknown,
): Promise<unknown> {
  const outgoing = request(url, { method: 'POST' }).setHeaders(new Headers(headers));
  const received: unknown[] = await once(outgoing.end(JSON.stringify(body)), 'response');
  const [response] = received;
  if (!(response instanceof IncomingMessage)) throw new Error(`${url} gave no answer`);
  if (response.statusCode === 200) return json(response);
  response.resume();
  throw new Error(`POST ${outgoing.path} was answered with ${response.statusCode}`);
}
