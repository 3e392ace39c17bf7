import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { complaintsOfAxe } from '../fixtures/axe.ts';
import { fileBrowser } from '../fixtures/file-browser.ts';
import { openStudio } from '../fixtures/open-studio.ts';
import { classOf, gradeOf, reportsFolder } from '../fixtures/grades.ts';
import { checkStock, order } from '../fixtures/order.ts';

const hostile = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';

describe('the page of a class in a browser', { timeout: 60_000 }, () => {
  const openTab = fileBrowser();

  test('shows three hundred learners, what stops most of them, and each grade in full', async () => {
    const grades = classOf(300);
    await using reports = await reportsFolder();
    await using studio = await openStudio({ room: await reports.report(grades) });
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.locator('h1', { hasText: '300 learners, 6 lessons' }).waitFor();
    await page.locator('.room-counts', { hasText: `${grades.length} graded: ` }).waitFor();
    expect(await page.locator('.room-grid tbody tr').count()).toBe(300);
    expect(await page.locator('.room-grid td.grade:not(.is-absent)').count()).toBe(grades.length);

    const most = page.locator('.stop').first();
    const [stopped = ''] = /\d+(?= of)/.exec(await most.innerText()) ?? [];
    await most.click();
    await page.locator('.trace-tools p', { hasText: `${stopped} of 300 learners` }).waitFor();
    expect(await page.locator('.room-grid tbody tr').count()).toBe(Number(stopped));
    await page.locator('.trace-tools button', { hasText: 'Show all of them' }).click();
    expect(await page.locator('.room-grid tbody tr').count()).toBe(300);

    await page.locator('.grade.is-not-yet').first().click();
    await page.locator('.room-grade .message', { hasText: 'charge card' }).first().waitFor();
    await page.locator('.room-grade .row.state-spoken-of', { hasText: 'order' }).waitFor();
    expect(tab.complaints).toEqual([]);
  });

  test('follows a batch as it goes on, and keeps what is chosen', async () => {
    await using reports = await reportsFolder();
    await using studio = await openStudio({ room: reports.path });
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.getByText('Nothing is graded yet').waitFor();
    await reports.append(gradeOf({ learner: 'ada', words: ['passed', 'not-yet'] }));
    await page.getByRole('heading', { name: '1 learner, 1 lesson' }).waitFor();
    await page.locator('.grade.is-not-yet').click();
    await page.locator('.room-grade h2', { hasText: 'ada' }).waitFor();
    await page.evaluate('window.sameDocument = true');
    await reports.append(gradeOf({ learner: 'bob', words: ['passed', 'passed'] }));
    await page.getByRole('heading', { name: '2 learners, 1 lesson' }).waitFor();
    expect(await page.locator('.grade[aria-selected="true"]').count()).toBe(1);
    expect(await page.locator('.room-grade h2').innerText()).toBe('ada');
    expect(await page.evaluate('window.sameDocument')).toBe(true);
  });

  test('can be used by the keyboard alone', async () => {
    await using reports = await reportsFolder();
    await using studio = await openStudio({ room: await reports.report(classOf(30)) });
    await using tab = await openTab(studio);
    const { page } = tab;
    await page.getByLabel('Leave names out').focus();
    await page.keyboard.press('Space');
    await page.getByRole('rowheader', { name: 'Learner 30' }).waitFor();
    await page.keyboard.press('Tab');
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.dataset.cell');
    expect(await focused()).toBe('0 0');
    for (const [key, cell] of [
      ['Control+End', '29 5'],
      ['PageUp', '19 5'],
      ['Home', '19 0'],
      ['ArrowRight', '19 1'],
      ['Control+Home', '0 0'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused()).toBe(cell);
    }
    await page.keyboard.press('Enter');
    await page.locator('.room-grade h2', { hasText: 'One of the class' }).waitFor();
    expect(await focused()).toBe('0 0');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.room-grade').waitFor({ state: 'detached' });
  });

  test('is no larger than what it shows on a phone, and brings a chosen grade into view', async () => {
    const viewport = { width: 390, height: 844 };
    await using reports = await reportsFolder();
    await using studio = await openStudio({ room: await reports.report(classOf(30)) });
    await using tab = await openTab(studio, { viewport });
    const { page } = tab;
    await page.locator('.room-grid tbody tr').nth(29).waitFor();
    const [width, height, end] = await page.evaluate<number[]>(`[
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
      document.querySelector('main').getBoundingClientRect().bottom,
    ]`);
    expect(width).toBe(viewport.width);
    expect(height).toBe(Math.ceil(end ?? 0));

    await page.locator('.grade.is-not-yet').nth(20).click();
    await page.locator('.room-grade .row').first().waitFor();
    await drawn(page);
    const box = await page.locator('.room-grade').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(viewport.height / 2);
    expect(tab.complaints).toEqual([]);
  });

  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    test(`shows hostile text as text, with nothing for axe to find, ${colorScheme} at ${width}`, async () => {
      await using reports = await reportsFolder();
      const said = { message: hostile, words: ['passed', 'not-yet'] } as const;
      const spans = [{ ...order, name: hostile }, checkStock];
      await reports.append(
        gradeOf({ learner: hostile, ...said, spans, isolation: 'none' }),
        gradeOf({ learner: 'bob', words: ['could-not-run'] }),
        gradeOf({ learner: 'eve', words: ['infra-error'], lesson: '01-first-span' }),
      );
      await reports.appendText('{"half\n');
      await using studio = await openStudio({ room: reports.path });
      await using tab = await openTab(studio, { colorScheme, viewport: { width, height: 844 } });
      const { page } = tab;
      await page.locator('.grade.is-not-yet').click();
      await page.locator('.room-grade h2', { hasText: hostile }).waitFor();
      await page.locator('.room-grade .row', { hasText: hostile }).waitFor();
      await page.getByText('1 entry of the file cannot be read').waitFor();
      await page.getByText('could have forged its grade').waitFor();
      expect(await page.evaluate('window.hurt')).toBeUndefined();
      expect(await page.locator('img').count()).toBe(0);
      expect(await complaintsOfAxe(page)).toEqual([]);
      const needed = await page.evaluate('document.documentElement.scrollWidth');
      expect(needed).toBeLessThanOrEqual(width);
      expect(tab.complaints).toEqual([]);
    });
  }
});

/** Until what was changed by now is on the screen, and scrolled to. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))');
}
