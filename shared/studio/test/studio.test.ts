import { describe, expect, test } from 'vitest';
import { Studio, type StudioRequest } from '../src/index.ts';
import { FeedReader } from './fixtures/feed-reader.ts';
import { chargeCard, checkStock, meant, order } from './fixtures/order.ts';
import { failing, opened, passing } from './fixtures/snapshots.ts';

describe('a studio', () => {
  test('serves what it was shown last, to be read without a script', async () => {
    await using studio = await Studio.open();
    studio.show(() => failing([order, checkStock], meant));
    await using feed = await FeedReader.open(studio.url);
    await feed.state(({ watched }) => watched?.verdict !== undefined);
    const page = await (await fetch(studio.url)).text();
    expect(page).toContain('<h1 id="lesson-title">Spans inside spans</h1>');
    expect(page).toContain('0 of 2 checks pass');
    expect(page).toContain('Read <strong>this</strong>.');
  });

  test('sends each state to a page that is open, and its pictures by name', async () => {
    await using studio = await Studio.open();
    await using feed = await FeedReader.open(studio.url);
    studio.show(() => opened);
    await feed.state(({ watched }) => watched?.phase === 'checking');
    studio.show(() => failing([order, checkStock], meant));
    const { watched } = await feed.state((state) => state.watched?.phase === 'checked');
    const [run] = watched?.runs ?? [];
    expect(run).toMatchObject({ scenario: 'order', spans: 2, changes: [] });
    const response = await fetch(new URL(`/pictures/${run?.picture}`, studio.url));
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.json()).toMatchObject({
      rows: [
        { name: 'order', kind: 'span' },
        { name: 'check stock', kind: 'span' },
        { name: 'charge card', kind: 'missing' },
      ],
    });
  });

  test('shows the first check that fails before the others were asked', async () => {
    await using studio = await Studio.open();
    await using feed = await FeedReader.open(studio.url);
    const before = failing([order, checkStock], meant);
    const early = {
      id: 'nested',
      title: 'it is a part of the order',
      verdict: 'not-yet',
      points: 0,
      maxPoints: 2,
      message: 'It hangs elsewhere.',
    } as const;
    studio.show(() => ({ ...before, phase: 'checking', early }));
    const { watched } = await feed.state((state) => state.watched?.early !== undefined);
    expect(watched?.early).toEqual(early);
    const page = await (await fetch(studio.url)).text();
    const [, card = ''] = /<section class="failing.*?">(.*?)<\/section>/s.exec(page) ?? [];
    expect(card).toContain('it is a part of the order');
    expect(card).toContain('It hangs elsewhere.');
    expect(card).not.toContain('Expected');
    studio.show(() => before);
    await feed.state((state) => state.watched?.early === undefined);
    expect(await (await fetch(studio.url)).text()).toContain('Expected');
  });

  test('keeps the picture of the run before, and says what has changed since', async () => {
    await using studio = await Studio.open();
    await using feed = await FeedReader.open(studio.url);
    studio.show(() => failing([order, checkStock], meant));
    const first = await feed.state(({ watched }) => watched?.verdict?.word === 'not-yet');
    studio.show(() => passing([order, checkStock, chargeCard]));
    const second = await feed.state(({ watched }) => watched?.verdict?.word === 'passed');
    const [run] = second.watched?.runs ?? [];
    expect(run?.before).toBe(first.watched?.runs[0]?.picture);
    expect(run?.changes).toEqual([{ name: 'charge card', what: 'is new' }]);
    expect((await fetch(new URL(`/pictures/${run?.before}`, studio.url))).status).toBe(200);
  });

  test('does not take runs again that it has', async () => {
    await using studio = await Studio.open();
    await using feed = await FeedReader.open(studio.url);
    const shown = passing([order, checkStock, chargeCard]);
    studio.show(() => shown);
    const first = await feed.state(({ watched }) => watched?.phase === 'checked');
    studio.show(() => ({ ...shown, phase: 'checking' }));
    const second = await feed.state(({ watched }) => watched?.phase === 'checking');
    expect(second.watched?.runs).toEqual(first.watched?.runs);
  });

  test('hands on what the page asks for', async () => {
    const asked = Promise.withResolvers<StudioRequest>();
    await using studio = await Studio.open({ asked: asked.resolve });
    await using feed = await FeedReader.open(studio.url);
    studio.show(() => opened);
    const { token } = await feed.state();
    const { origin } = new URL(studio.url);
    const response = await fetch(new URL('/ask', studio.url), {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'x-studio-token': token },
      body: JSON.stringify({ action: 'open', lesson: '03-later' }),
    });
    expect(response.status).toBe(204);
    expect(await asked.promise).toEqual({ action: 'open', lesson: '03-later' });
  });

  test('takes the port it is given if that is free, and another if it is not', async () => {
    await using first = await Studio.open();
    const port = Number(new URL(first.url).port);
    await using second = await Studio.open({ port });
    expect(second.url).not.toBe(first.url);
    await first[Symbol.asyncDispose]();
    await using third = await Studio.open({ port });
    expect(third.url).toBe(first.url);
  });

  test('tells why what it was to show could not be shown', async () => {
    const failed = Promise.withResolvers<Error>();
    await using studio = await Studio.open({ failed: failed.resolve });
    studio.show(() => Promise.reject(new Error('The lesson has no README.')));
    expect((await failed.promise).message).toBe('The lesson has no README.');
  });

  test('is not held up by a hundred pages that read nothing, and a thousand states', async () => {
    await using studio = await Studio.open();
    await using tabs = new AsyncDisposableStack();
    const opening = Array.from({ length: 100 }, () => FeedReader.open(studio.url));
    for (const tab of await Promise.all(opening)) tabs.use(tab);
    let made = 0;
    for (let count = 1; count <= 1_000; count += 1) {
      studio.show(() => {
        made += 1;
        return { ...opened, places: [`main.ts:${count}`] };
      });
    }
    // Whoever shows a state never waits for it: none of them but the first has been made so far.
    expect(made).toBe(1);
    await using late = await FeedReader.open(studio.url);
    await late.state(({ watched }) => watched?.places[0] === 'main.ts:1000');
    expect(made).toBe(2);
  });
});
