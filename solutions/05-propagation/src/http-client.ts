import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';

/** Headers by name: a map, or anything else that holds pairs or properties. */
type Fields = Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

/** Posts a body as JSON, with these headers. Rejects unless it is answered with 200. */
export async function post(url: string, headers: Fields, body: unknown): Promise<unknown> {
  const outgoing = request(url, { method: 'POST' }).setHeaders(mapOf(headers));
  const received: unknown[] = await once(outgoing.end(JSON.stringify(body)), 'response');
  const [response] = received;
  if (!(response instanceof IncomingMessage)) throw new Error(`${url} gave no answer`);
  if (response.statusCode === 200) return json(response);
  response.resume();
  throw new Error(`POST ${outgoing.path} was answered with ${response.statusCode}`);
}

function mapOf(headers: Fields): Map<string, string> {
  return new Map(Symbol.iterator in headers ? headers : Object.entries(headers));
}
