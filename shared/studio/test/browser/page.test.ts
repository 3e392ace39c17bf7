import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shape, span } from '@tracelings/trace-shape';
import type { StudioRequest } from '../../src/index.ts';
import { complaintsOfAxe } from '../fixtures/axe.ts';
import { crowdedSnapshot } from '../fixtures/crowded-snapshot.ts';
import { fileBrowser } from '../fixtures/file-browser.ts';
import { hostile, hostileSnapshot } from '../fixtures/hostile-snapshot.ts';
import { openStudio } from '../fixtures/open-studio.ts';
import { chargeCard, checkStock, meant, order } from '../fixtures/order.ts';
import { reloadWithoutScript } from '../fixtures/script-held-back.ts';
import { failing, opened, passing } from '../fixtures/snapshots.ts';
import { manySpans, spanOf } from '../fixtures/spans.ts';

const nested = { ...chargeCard, parent: { spanId: checkStock.spanId } };

describe('the page in a browser', { timeout: 60_000 }, () => {
  const openTab = fileBrowser();

  test('shows the missing span as an outline, and follows a save without a reload', async () => {
    await using studio = await openStudio();
    studio.show(() => failing([order, checkStock], meant));
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.locator('.row.is-missing', { hasText: 'charge card' }).waitFor();
    expect(await page.locator('.bar.is-outline').count()).toBe(1);
    await page.evaluate('window.sameDocument = true');
    studio.show(() => passing([order, checkStock, chargeCard]));
    await page.getByText('All 2 checks pass').waitFor();
    await page.locator('.row.is-missing').waitFor({ state: 'detached' });
    await page.getByLabel('Since the run before').getByText('is new').waitFor();
    expect(await page.evaluate('window.sameDocument')).toBe(true);
    await page.getByRole('button', { name: 'Before' }).click();
    await page.locator('.row.is-missing').waitFor();
    expect(tab.complaints).toEqual([]);
  });

  test('draws a line from where a span hangs to where it belongs', async () => {
    await using studio = await openStudio();
    studio.show(() => failing([order, checkStock, nested], meant));
    await using tab = await openTab(studio);
    const { page } = tab;
    const from = page.locator('.row.state-moved');
    await from.waitFor();
    const line = await page.locator('.moved-mark').boundingBox();
    const start = await from.boundingBox();
    const end = await page.locator('.row.is-belongs').boundingBox();
    const middle = (box: typeof start): number => (box?.y ?? 0) + (box?.height ?? 0) / 2;
    expect(Math.abs((line?.y ?? 0) - middle(start))).toBeLessThan(2);
    expect(Math.abs((line?.y ?? 0) + (line?.height ?? 0) - middle(end))).toBeLessThan(2);
  });

  test('has an open span fade out, and says that it never ended', async () => {
    const { endTime: _end, ...open } = checkStock;
    await using studio = await openStudio();
    studio.show(() => failing([order, open, chargeCard], meant));
    await using tab = await openTab(studio);
    const row = tab.page.getByRole('row', { name: 'check stock' });
    await row.locator('.bar.is-open').waitFor();
    expect(await row.textContent()).toContain('never ended');
  });

  test('can be used by the keyboard alone', async () => {
    const asked = Promise.withResolvers<StudioRequest>();
    await using studio = await openStudio({ asked: asked.resolve });
    studio.show(() => failing([order, checkStock], meant));
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.locator('.grid .row').first().waitFor();
    const grid = page.getByRole('treegrid');
    await grid.focus();
    const active = (): Promise<string> =>
      page.locator('[aria-selected="true"] .name').innerText({ timeout: 5_000 });
    for (const [key, name] of [
      ['End', 'charge card'],
      ['Home', 'order'],
      ['ArrowDown', 'check stock'],
      ['ArrowLeft', 'order'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await active()).toBe(name);
    }
    await page.keyboard.press('ArrowLeft');
    expect(await grid.getByRole('row').count()).toBe(2);
    expect(await page.locator('[aria-selected="true"]').getAttribute('aria-expanded')).toBe(
      'false',
    );
    await page.keyboard.press('ArrowRight');
    expect(await grid.getByRole('row').count()).toBe(4);
    await page.getByRole('button', { name: 'Show a hint' }).focus();
    await page.keyboard.press('Enter');
    expect(await asked.promise).toEqual({ action: 'hint' });
  });

  test('asks before it puts the starter back', async () => {
    const asked: StudioRequest[] = [];
    await using studio = await openStudio({ asked: (request) => asked.push(request) });
    studio.show(() => opened);
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Keep on working' }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    const answer = page.waitForResponse(/ask/);
    await page.getByRole('dialog').getByRole('button', { name: 'Put the starter back' }).click();
    await answer;
    expect(asked).toEqual([{ action: 'reset' }]);
  });

  test('is told what is where by levels, positions and words', async () => {
    await using studio = await openStudio();
    studio.show(() => failing([order, checkStock], meant));
    await using tab = await openTab(studio);
    const row = tab.page.locator('.row.is-missing');
    await row.waitFor();
    for (const [name, value] of [
      ['aria-level', '2'],
      ['aria-posinset', '2'],
      ['aria-setsize', '2'],
      ['aria-rowindex', '4'],
    ] as const) {
      expect(await row.getAttribute(name)).toBe(value);
    }
    expect(await row.textContent()).toContain(', missing');
    const made = tab.page.getByRole('row', { name: 'check stock' });
    expect(await made.textContent()).toContain('starts at 1 ms, takes 7 ms');
  });

  test('says that the connection is lost, and goes on when the command is back', async () => {
    const first = await openStudio();
    const port = Number(new URL(first.url).port);
    first.show(() => opened);
    await using tab = await openTab(first);
    const { page } = tab;
    await page.getByText('Checking for the first time').waitFor();
    await first[Symbol.asyncDispose]();
    await page.getByText('The connection to the command is lost').waitFor();
    await using second = await openStudio({ port });
    expect(second.url).toBe(first.url);
    second.show(() => passing([order, checkStock, chargeCard]));
    await page.getByText('All 2 checks pass').waitFor();
    await page.getByText('The connection to the command is lost').waitFor({ state: 'detached' });
    const answer = page.waitForResponse(/ask/);
    await page.getByRole('button', { name: 'Next: A request' }).click();
    expect((await answer).status()).toBe(204);
  });

  test('asks again for what did not arrive', async () => {
    await using studio = await openStudio();
    studio.show(() => failing([order, checkStock], meant));
    await using tab = await openTab(studio);
    const { page } = tab;
    for (const lost of ['**/waterfall.ts', '**/pictures/*']) {
      await page.route(lost, (route) => route.abort('connectionreset'), { times: 1 });
    }
    await page.reload();
    await page.locator('.row.is-missing', { hasText: 'charge card' }).waitFor();
    expect(tab.complaints.join()).toContain('ERR_CONNECTION_RESET');
  });

  test('keeps what is chosen, folded and scrolled to through a save', async () => {
    const spans = manySpans(500);
    await using studio = await openStudio();
    studio.show(() => passing(spans));
    await using tab = await openTab(studio);
    const { page } = tab;
    const grid = page.locator('.grid');
    await grid.locator('.row').first().waitFor();
    await grid.evaluate((element) => element.scrollTo(0, 3_000));
    const row = grid.locator('.row').nth(20);
    await row.click();
    const title = await page.locator('#details-title').innerText();
    const top = await grid.evaluate((element) => element.scrollTop);
    studio.show(() => passing([...spans, spanOf({ id: 'fff1', under: '1', name: 'load late' })]));
    await page.getByText('501 spans').waitFor();
    expect(await grid.evaluate((element) => element.scrollTop)).toBe(top);
    expect(await page.locator('#details-title').innerText()).toBe(title);
    expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
  });

  test('has few of ten thousand spans in the document, and each of them within reach', async () => {
    await using studio = await openStudio();
    studio.show(() => passing(manySpans(10_000)));
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.locator('.grid .row').first().waitFor();
    expect(await page.locator('.grid .line').count()).toBeLessThan(100);
    await page.getByRole('treegrid').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('End');
    await page.locator('[aria-rowindex="10001"]').waitFor();
    expect(await page.locator('.grid .line').count()).toBeLessThan(100);
  });

  test('shows hostile text as text, wherever it stands', async () => {
    await using studio = await openStudio();
    studio.show(() => hostileSnapshot);
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.locator('.grid .row').first().waitFor();
    await page.locator('#details-title', { hasText: hostile }).waitFor();
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(tab.complaints).toEqual([]);
  });

  for (const [colorScheme, viewport] of [
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 390, height: 844 }],
  ] as const) {
    test(`has nothing for axe to find, and nothing cut off, ${colorScheme} and ${viewport.width} wide`, async () => {
      await using studio = await openStudio();
      studio.show(() => crowdedSnapshot);
      await using tab = await openTab(studio, { colorScheme, viewport });
      const { page } = tab;
      await page.locator('.grid .row').first().waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.getByRole('button', { name: 'rush' }).click();
      await page.getByRole('group', { name: 'Which trace' }).waitFor();
      expect(await complaintsOfAxe(page, '#trace')).toEqual([]);
      // The second is what 1280 by 800 pixels have room for at 200 %.
      for (const size of [viewport, { width: 640, height: 400 }]) {
        await page.setViewportSize(size);
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect(width).toBeLessThanOrEqual(size.width);
        expect(await crowdedHeads(page)).toEqual([]);
      }
      expect(tab.complaints).toEqual([]);
    });
  }

  test('shows one of several traces by one click, and where Jaeger has it', async () => {
    const jaeger = 'http://172.17.0.1:16686/';
    const other = spanOf({ id: '7', name: 'send receipts', traceId: 'b'.repeat(32) });
    await using studio = await openStudio();
    studio.show(() => ({ ...passing([order, checkStock, other]), jaeger }));
    await using tab = await openTab(studio);
    const { page } = tab;
    const rows = page.locator('.grid .row .name');
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toEqual(['order', 'check stock', 'send receipts']);
    await page.getByRole('button', { name: 'Trace 2: send receipts, 1 span' }).click();
    expect(await rows.allInnerTexts()).toEqual(['send receipts']);
    const link = page.getByRole('link', { name: 'Trace 2 in Jaeger' });
    expect(await link.getAttribute('href')).toBe(`${jaeger}trace/${other.traceId}`);
  });

  test('marks the attribute that differs, with what is expected and what is there', async () => {
    const wanted = shape([span('order', { attributes: { 'order.size': 2 } })]);
    await using studio = await openStudio();
    studio.show(() => failing([{ ...order, attributes: { 'order.size': '2' } }], wanted));
    await using tab = await openTab(studio);
    const details = tab.page.locator('.details');
    await details.locator('.is-spoken-of', { hasText: 'order.size' }).waitFor();
    expect(await details.locator('.note-text').innerText()).toMatchInlineSnapshot(
      `"Expected the attribute order.size = 2. Found the attribute order.size = "2"."`,
    );
  });

  test('has a theme of its own, where the learner chose one', async () => {
    await using studio = await openStudio();
    studio.show(() => opened);
    await using tab = await openTab(studio, { colorScheme: 'light' });
    const { page } = tab;
    const paper = (): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.locator('html[data-theme="auto"]').waitFor();
    const light = await paper();
    await page.getByLabel('Theme').selectOption('dark');
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(await paper()).not.toBe(light);
    await page.reload();
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(await paper()).not.toBe(light);
  });

  test('keeps a theme that was chosen before its script ran', async () => {
    await using studio = await openStudio();
    studio.show(() => opened);
    await using tab = await openTab(studio);
    const { page } = tab;
    const arrive = await reloadWithoutScript(page);
    await page.getByLabel('Theme').selectOption('light');
    await page.getByLabel('Theme').selectOption('dark');
    arrive();
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
    await page.reload();
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(tab.complaints).toEqual([]);
  });

  test('hears once what was pressed before its script ran, however often it was', async () => {
    const asked: StudioRequest[] = [];
    await using studio = await openStudio({ asked: (request) => asked.push(request) });
    studio.show(() => failing([order, checkStock], meant));
    await using tab = await openTab(studio);
    const { page } = tab;
    const arrive = await reloadWithoutScript(page);
    for (let press = 0; press < 3; press++) await page.getByText('Show a hint').click();
    await page.getByRole('button', { name: 'Start over' }).press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    const answer = page.waitForResponse(/ask/);
    arrive();
    await answer;
    await page.getByRole('dialog').getByRole('button', { name: 'Put the starter back' }).waitFor();
    await page.getByRole('button', { name: 'Keep on working' }).click();
    const again = page.waitForResponse(/ask/);
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await again;
    expect(asked).toEqual([{ action: 'hint' }, { action: 'hint' }]);
    expect(tab.complaints).toEqual([]);
  });
});

/** The texts above the waterfall that run into the one after them. */
function crowdedHeads(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = [...document.querySelectorAll('.head .tick, .head .took')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const { left, right } = range.getBoundingClientRect();
      return { text: cell.textContent, left, right };
    });
    const shown = texts.filter(({ left, right }) => right > left);
    return shown.flatMap(({ text, right }, index) => right > shown[index + 1]?.left ? [text] : []);
  })()`);
}
