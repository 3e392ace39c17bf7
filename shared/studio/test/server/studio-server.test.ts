import { createServer } from 'node:net';
import { once } from 'node:events';
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { Studio } from '../../src/index.ts';
import { passing, runOf } from '../fixtures/snapshots.ts';
import { FeedReader } from '../fixtures/feed-reader.ts';
import { spanOf } from '../fixtures/spans.ts';

const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';

describe('the page', () => {
  test('lets nothing be loaded from elsewhere, framed, or run that is not its own', async () => {
    await using studio = await Studio.open();
    const { headers } = await fetch(studio.url);
    const policy = headers
      .get('content-security-policy')
      ?.replace(/('sha256-[^']+' ?){3}/, '‹map› ‹early input› ‹load again›');
    expect(policy?.split('; ').join('\n')).toMatchInlineSnapshot(`
      "default-src 'none'
      script-src 'self' ‹map› ‹early input› ‹load again›
      style-src 'self'
      img-src 'self'
      connect-src 'self'
      base-uri 'none'
      form-action 'none'
      frame-ancestors 'none'
      require-trusted-types-for 'script'
      trusted-types own-html"
    `);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('names no other place', async () => {
    await using studio = await Studio.open();
    const html = await (await fetch(studio.url)).text();
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !/^(\/assets\/|#)/.test(address ?? ''))).toEqual([]);
    for (const address of addresses.filter((each) => each?.startsWith('/'))) {
      const asset = await fetch(new URL(address ?? '', studio.url));
      expect(asset.status).toBe(200);
      expect(await asset.text()).not.toMatch(/https?:\/\/(?!www\.w3\.org)|@import|url\(/);
    }
  });

  test('has any text of a learner as text', async () => {
    await using studio = await Studio.open();
    await using feed = await FeedReader.open(studio.url);
    const run = runOf([spanOf({ id: '1', name: hostile })], {
      output: { stdout: hostile, stderr: hostile },
      remarks: [hostile],
    });
    studio.show(() => ({ ...passing([]), runs: [run], places: [hostile], reply: hostile }));
    await feed.state(({ watched }) => watched !== undefined);
    const html = await (await fetch(studio.url)).text();
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(5);
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
  });

  test('is served on, whatever path was asked for', async () => {
    await using studio = await Studio.open();
    // `fetch` would mend these; the address of a page that another one opens may be any of them.
    for (const path of ['//', '/%', 'http://[', '*']) {
      expect(await statusOf(studio.url, path)).toBe(404);
    }
    expect(await statusOf(studio.url, '/')).toBe(200);
  });

  test('can be had on the loopback alone', async () => {
    await using studio = await Studio.open();
    const port = Number(new URL(studio.url).port);
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    // The same port is still free everywhere else: nobody listens there.
    const elsewhere = createServer().listen(port, outer?.address ?? '127.0.0.2');
    await once(elsewhere, 'listening');
    elsewhere.close();
    expect(new URL(studio.url).hostname).toBe('127.0.0.1');
  });
});

async function statusOf(url: string, path: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  get(url, { path }, (response) => {
    response.resume();
    resolve(response.statusCode);
  }).on('error', reject);
  return promise;
}
