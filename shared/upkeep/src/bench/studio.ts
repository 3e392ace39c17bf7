import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Studio, type Snapshot } from '@tracelings/studio';
import { TestBrowser } from '../../../studio/test/fixtures/browser.ts';
import { failing, opened, passing } from '../../../studio/test/fixtures/snapshots.ts';
import { checkStock, meant, order } from '../../../studio/test/fixtures/order.ts';
import { manySpans } from '../../../studio/test/fixtures/spans.ts';
import type { BenchmarkCase, BenchmarkFamily } from './family.ts';
import { openingTime, scrollingTime } from './studio/page-times.ts';
import { OpenTabs } from './studio/open-tabs.ts';

const PAINT_MS = 300;
const OPEN_MS = 1_000;
/** Two frames of a screen that shows sixty a second. */
const FRAME_MS = 34;
const SPANS = 10_000;
const TABS = 100;
const STATES = 1_000;
const TABS_MS = 50;

/** What a learner waits for at the page, and what the page costs the command. */
export async function* studioFamilies(): AsyncGenerator<BenchmarkFamily> {
  await using browser = await TestBrowser.launch();
  yield* inBrowser(browser);
  await using studio = await Studio.open();
  await using tabs = await OpenTabs.open(studio.url, TABS);
  yield {
    name: 'studio: the command, busy in a second',
    rounds: 5,
    cases: loadCases(studio, tabs),
  };
}

async function* inBrowser(browser: TestBrowser): AsyncGenerator<BenchmarkFamily> {
  await using lesson = await shown(failing([order, checkStock], meant));
  await using large = await shown(passing(manySpans(SPANS)));
  const opening = (studio: Studio): Promise<number> =>
    openingTime(browser, studio.url, '.grid .row');
  yield {
    name: 'studio: from opening the link',
    rounds: 5,
    cases: [
      {
        name: 'first paint of a page with one word',
        run: () => openingTime(browser, 'data:text/html,<p>Here', 'first-contentful-paint'),
      },
      {
        name: 'first paint',
        atMost: { ms: PAINT_MS },
        run: () => openingTime(browser, lesson.url, 'first-contentful-paint'),
      },
      { name: 'a trace of 2 spans is there', run: () => opening(lesson) },
      {
        name: `a trace of ${SPANS.toLocaleString('en')} spans is there`,
        atMost: { ms: OPEN_MS },
        run: () => opening(large),
      },
    ],
  };
  yield {
    name: 'studio: slowest of twenty frames while scrolling',
    rounds: 3,
    cases: [
      {
        name: `through ${SPANS.toLocaleString('en')} spans`,
        atMost: { ms: FRAME_MS },
        run: () => scrollingTime(browser, large.url),
      },
    ],
  };
}

async function shown(snapshot: Snapshot): Promise<Studio> {
  const studio = await Studio.open();
  studio.show(() => snapshot);
  return studio;
}

function loadCases(studio: Studio, tabs: OpenTabs): BenchmarkCase[] {
  return [
    { name: 'with nothing to do', run: () => busyTime(() => {}) },
    {
      name: `${STATES} states, no page open`,
      run: async () => {
        await using alone = await Studio.open();
        return await busyTime((count) => alone.show(() => stateOf(count)));
      },
    },
    {
      name: `${STATES} states, ${TABS} pages open`,
      atMost: { msAboveFirst: TABS_MS },
      run: async () => {
        const busy = await busyTime((count) => studio.show(() => stateOf(count)));
        await tabs.untilAllHave(`main.ts:${STATES}`);
        return busy;
      },
    },
  ];
}

function stateOf(count: number): Snapshot {
  return { ...opened, places: [`main.ts:${count}`] };
}

/** How long the command's own thread was busy while it did something a thousand times in a second. */
async function busyTime(act: (count: number) => void): Promise<number> {
  const before = performance.eventLoopUtilization();
  const began = performance.now();
  for (let count = 1; count <= STATES; count += 1) {
    act(count);
    const ahead = count - (performance.now() - began);
    if (ahead > 0) await pause(ahead);
  }
  return performance.eventLoopUtilization(before).active;
}
