import { ServiceError } from './errors.ts';

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export async function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, body === undefined ? {} : post);
  if (!response.ok) {
    throw new ServiceError(`${work}: ${response.status} ${await response.text()}`);
  }
  return await response.json();
}
