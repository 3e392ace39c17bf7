import type { TestBrowser } from '../../../../studio/test/fixtures/browser.ts';

const firstPaint = 'first-contentful-paint';
const steps = 120;

/**
 * From the beginning of the navigation to the first paint, or until something is in the document.
 *
 * @returns milliseconds, by the browser's own clock
 */
export async function openingTime(
  browser: TestBrowser,
  url: string,
  awaited: string,
): Promise<number> {
  await using tab = await browser.open(url);
  const measure =
    awaited === firstPaint
      ? `performance.getEntriesByName('${firstPaint}')[0]?.startTime`
      : `document.querySelector('${awaited}') && performance.now()`;
  return await tab.page.evaluate<number>(`(async () => {
    for (;;) {
      const time = ${measure};
      if (time) return time;
      await new Promise(requestAnimationFrame);
    }
  })()`);
}

/** The length of the slowest frame but the slowest twentieth, while the whole trace is scrolled by. */
export async function scrollingTime(browser: TestBrowser, url: string): Promise<number> {
  await using tab = await browser.open(url);
  await tab.page.locator('.grid .row').first().waitFor();
  const frames = await tab.page.evaluate<number[]>(`(async () => {
    const grid = document.querySelector('.grid');
    const step = grid.scrollHeight / ${steps};
    const frames = [];
    let last = await new Promise(requestAnimationFrame);
    for (let count = 0; count < ${steps}; count += 1) {
      grid.scrollTop += step;
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    return frames;
  })()`);
  return frames.toSorted((one, other) => one - other)[Math.ceil(frames.length * 0.95) - 1] ?? NaN;
}
