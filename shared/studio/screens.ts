import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findLesson, memorySource } from '@tracelings/lesson-kit';
import type { BrowserContextOptions } from 'playwright-core';
import { judgeFolder } from '../workshop/src/lesson/judging.ts';
import { lessonAfter } from '../workshop/src/lesson/choice.ts';
import { untouched } from '../workshop/src/state/progress.ts';
import { pageSnapshot } from '../workshop/src/studio/page-snapshot.ts';
import { type Snapshot, Studio } from './src/index.ts';
import { TestBrowser } from './test/fixtures/browser.ts';
import { classOf, reportsFolder } from './test/fixtures/grades.ts';

/** A picture of the page: what was judged, and how it was looked at. */
interface Screen {
  readonly name: string;
  readonly lesson: string;
  /** In the lesson's solution folder. */
  readonly subject: string;
  readonly options: BrowserContextOptions;
}

const wide = { viewport: { width: 1440, height: 1080 } };
const tall = { viewport: { width: 1440, height: 1400 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const moved = 'mistakes/second-step-in-the-first';

const screens: readonly Screen[] = [
  { name: 'moved-light', lesson: '02', subject: moved, options: { ...wide, colorScheme: 'light' } },
  { name: 'moved-dark', lesson: '02', subject: moved, options: { ...wide, colorScheme: 'dark' } },
  {
    name: 'never-ended',
    lesson: '02',
    subject: 'mistakes/ended-on-the-good-way-only',
    options: { ...tall, colorScheme: 'light' },
  },
  { name: 'services', lesson: '05', subject: 'src', options: { ...wide, colorScheme: 'light' } },
  { name: 'phone', lesson: '02', subject: moved, options: { ...phone, colorScheme: 'light' } },
];

const folder = fileURLToPath(new URL('screens/', import.meta.url));
await mkdir(folder, { recursive: true });
await using browser = await TestBrowser.launch();
for (const screen of screens) {
  process.stdout.write(`${await take(screen)}\n`);
}
process.stdout.write(`${await takeClass()}\n`);

/** @returns where the picture is */
async function take(screen: Screen): Promise<string> {
  const snapshot = await snapshotFor(screen);
  await using studio = await Studio.open();
  studio.show(() => snapshot);
  await using tab = await browser.openReady(studio.url, screen.options);
  await tab.page.locator('.grid .row').first().waitFor();
  const path = join(folder, `${screen.name}.png`);
  await tab.page.screenshot({ path });
  return path;
}

/** A class of three hundred, with one of their grades open. */
async function takeClass(): Promise<string> {
  await using reports = await reportsFolder();
  await using studio = await Studio.open({ room: await reports.report(classOf(300)) });
  await using tab = await browser.openReady(studio.url, { ...wide, colorScheme: 'light' });
  await tab.page.locator('.grade.is-not-yet').nth(3).click();
  await tab.page.locator('.room-grade .row').first().waitFor();
  const path = join(folder, 'class.png');
  await tab.page.screenshot({ path });
  return path;
}

async function snapshotFor({ lesson: name, subject }: Screen): Promise<Snapshot> {
  const lesson = await findLesson(name);
  const judged = await judgeFolder({
    lesson,
    directory: join(lesson.solution, subject),
    source: memorySource(),
    seed: 7,
    signal: AbortSignal.timeout(60_000),
  });
  const next = await lessonAfter(lesson, []);
  const watching = { lesson, judged, todos: [], copied: false, notices: [], hasKeys: true };
  const progress = { ...untouched, done: ['01-first-span'] };
  return await pageSnapshot({ ...watching, phase: 'checked', ...(next && { next }) }, progress);
}
