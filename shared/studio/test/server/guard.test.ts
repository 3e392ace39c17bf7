import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { Studio, type StudioRequest } from '../../src/index.ts';
import { FeedReader } from '../fixtures/feed-reader.ts';
import { opened } from '../fixtures/snapshots.ts';

interface Asked {
  readonly status: number;
  readonly text: string;
}

/** By the plain client, since `fetch` sets what these tests have to set themselves. */
async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Asked> {
  const method = body === undefined ? 'GET' : 'POST';
  const answered = Promise.withResolvers<IncomingMessage>();
  request(url, { method, headers }, answered.resolve).on('error', answered.reject).end(body);
  const response = await answered.promise;
  return { status: response.statusCode ?? 0, text: await text(response) };
}

describe('a request', () => {
  test('under another name is refused, as a rebound name would be', async () => {
    await using studio = await Studio.open();
    const { port } = new URL(studio.url);
    for (const host of [`evil.example:${port}`, 'evil.example', `127.0.0.1`, `[::1]:${port}`]) {
      expect(await ask(studio.url, { host })).toMatchObject({ status: 403 });
    }
    const refused = await ask(studio.url, { host: `evil.example:${port}` });
    expect(refused.text.replaceAll(port, '‹port›')).toMatchInlineSnapshot(`
      "The request was refused, since it asks for the host "evil.example:‹port›", and this page is at 127.0.0.1:‹port› alone.
      "
    `);
    expect(await ask(studio.url, { host: `localhost:${port}` })).toMatchObject({ status: 200 });
  });

  test('of another page is refused, whatever it asks for', async () => {
    await using studio = await Studio.open();
    const feed = new URL('/events', studio.url).href;
    const page = 'https://evil.example';
    expect(await ask(feed, { origin: page })).toMatchInlineSnapshot(`
      {
        "status": 403,
        "text": "The request was refused, since it comes from another page.
      ",
      }
    `);
    expect(await ask(feed, { 'sec-fetch-site': 'cross-site' })).toMatchInlineSnapshot(`
      {
        "status": 403,
        "text": "The request was refused, since it was made by another page.
      ",
      }
    `);
    expect(await ask(feed, { origin: 'null' })).toMatchObject({ status: 403 });
  });

  test('that follows a link from another page is a visit', async () => {
    await using studio = await Studio.open();
    const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await ask(studio.url, visit)).toMatchObject({ status: 200 });
  });

  test('for a file that is no part of the page finds nothing', async () => {
    await using studio = await Studio.open();
    for (const path of ['/../package.json', '/assets/x/main.ts', '/pictures/', '/%2e%2e/etc']) {
      const asked = await ask(new URL(studio.url).origin + path, {});
      expect(asked).toMatchObject({ status: 404 });
    }
  });

  test('that changes something has to come from the page and know its token', async () => {
    const asked: StudioRequest[] = [];
    await using studio = await Studio.open({ asked: (each) => asked.push(each) });
    studio.show(() => opened);
    await using feed = await FeedReader.open(studio.url);
    const { token } = await feed.state();
    const { origin } = new URL(studio.url);
    const json = { 'content-type': 'application/json' };
    const own = { origin, ...json, 'x-studio-token': token };
    const url = new URL('/ask', studio.url).href;
    const hint = '{"action":"hint"}';
    expect(await ask(url, { ...json, 'x-studio-token': token }, hint)).toMatchInlineSnapshot(`
      {
        "status": 403,
        "text": "The request was refused, since it does not say which page it comes from.
      ",
      }
    `);
    expect(await ask(url, { origin, ...json }, hint)).toMatchInlineSnapshot(`
      {
        "status": 403,
        "text": "The request was refused, since its token is not that of an open page. Reload the page.
      ",
      }
    `);
    expect(await ask(url, { ...own, 'x-studio-token': 'x' }, hint)).toMatchObject({ status: 403 });
    expect(await ask(url, { ...own, 'content-type': 'text/plain' }, hint)).toMatchObject({
      status: 415,
    });
    for (const body of [
      '',
      '[]',
      '{"action":"run"}',
      '{"action":"open","lesson":"../x"}',
      'x'.repeat(9_000),
    ]) {
      expect(await ask(url, own, body)).toMatchObject({ status: 400 });
    }
    expect(await ask(url, own)).toMatchObject({ status: 404 });
    expect(asked).toEqual([]);
    expect(await ask(url, own, hint)).toMatchObject({ status: 204 });
    await expect.poll(() => asked).toEqual([{ action: 'hint' }]);
  });
});
