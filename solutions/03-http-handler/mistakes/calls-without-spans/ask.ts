import { ServiceError } from './errors.ts';
import { call } from './http-client.ts';

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export async function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  const answer = await call(url, body);
  if (answer.status >= 400) {
    throw new ServiceError(`${work}: ${answer.status} ${answer.body}`);
  }
  return answer.json();
}
