import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Throws when the body is no JSON. */
  json(): unknown;
}

/** Gets what is there or, with a body, posts that as JSON. Rejects when no answer comes. */
export async function call(url: string, body?: unknown): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const method = body === undefined ? 'GET' : 'POST';
  request(url, { method }, resolve).on('error', reject).end(JSON.stringify(body));
  const response = await promise;
  const answer = await text(response);
  return {
    status: response.statusCode ?? 0,
    body: answer,
    json: (): unknown => JSON.parse(answer),
  };
}
