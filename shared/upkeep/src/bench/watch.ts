import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import type { BenchmarkFamily } from './family.ts';
import { processorTime, residentMebibytes } from './watch/processor-time.ts';
import { Watcher } from './watch/watcher.ts';
import { WorkshopCopy, unwalledTest } from './watch/workshop-copy.ts';

const LIMIT_MS = 200;
const LIMIT_WITH_SERVICES_MS = 300;
const VITEST = join(repository, 'node_modules/vitest/vitest.mjs');
const SAVES = 100;
const SAVES_FOR_MEMORY = 1_000;
const MOST_GROWTH_MEBIBYTES = 10;
const IDLE_MS = 10_000;
const QUIET_MS = 1_000;
/** A thousandth of the time. */
const MOST_IDLE_MS = 10;

/** From a save to the verdict on the screen, beside vitest, and what a whole day of saves leaves. */
export async function* watchFamilies(saves: number | undefined): AsyncGenerator<BenchmarkFamily> {
  await using copy = await WorkshopCopy.make();
  const lessons = await copy.lessons();
  for (const lesson of lessons) {
    await using vitest = await watchWithVitest(lesson);
    await using workshop = await watchWithWorkshop(copy, lesson);
    yield savesOf(lesson, vitest, workshop, saves ?? SAVES);
  }
  const [first] = lessons;
  if (first === undefined || !existsSync('/proc/self/schedstat')) return;
  await using workshop = await watchWithWorkshop(copy, first);
  yield idling(workshop);
  yield manySaves(workshop, saves ?? SAVES_FOR_MEMORY);
}

function savesOf(
  lesson: LessonFolder,
  vitest: Watcher,
  workshop: Watcher,
  rounds: number,
): BenchmarkFamily {
  const hasServices = Object.values(lesson.manifest.scenarios).some((plan) => plan.services);
  return {
    name: `watch: lesson ${lesson.number}, from a save to the verdict`,
    rounds,
    cases: [
      { name: 'vitest --watch', run: () => vitest.save() },
      {
        name: 'npm start',
        atMost: [{ p95Ms: hasServices ? LIMIT_WITH_SERVICES_MS : LIMIT_MS }, { timesFirst: 0.5 }],
        run: () => workshop.save(),
      },
    ],
  };
}

function watchWithWorkshop(copy: WorkshopCopy, lesson: LessonFolder): Promise<Watcher> {
  const command = join(copy.path, 'shared/workshop/bin/tracelings.js');
  return Watcher.open({
    cwd: copy.path,
    words: [process.execPath, command, 'start', lesson.number],
    file: join(lesson.src, lesson.manifest.entry),
    hasVerdict: (written) => isWholeVerdict(written.split('\u001B[?2026l')),
  });
}

/** A frame that is done with checking, after one that was not. The last part is no frame yet. */
function isWholeVerdict(frames: readonly string[]): boolean {
  const began = frames.findIndex((frame) => frame.includes('checking'));
  return began >= 0 && frames.slice(began, -1).some((frame) => !frame.includes('checking'));
}

/** The same scenarios and checks, without processes of their own, on files that nothing else watches. */
function watchWithVitest(lesson: LessonFolder): Promise<Watcher> {
  return Watcher.open({
    cwd: lesson.directory,
    words: [process.execPath, VITEST, '--watch', unwalledTest],
    file: join(lesson.solution, 'src', lesson.manifest.entry),
    hasVerdict: (written) => /(Waiting|Watching) for file changes/.test(written),
  });
}

function idling(workshop: Watcher): BenchmarkFamily {
  return {
    name: 'watch: idle',
    rounds: 1,
    warmsUp: false,
    cases: [
      {
        name: 'processor time in 10 s, all processes',
        atMost: { ms: MOST_IDLE_MS },
        async run() {
          const pid = await workshop.pid();
          await untilQuiet(pid);
          const before = await processorTime(pid);
          await pause(IDLE_MS);
          return (await processorTime(pid)) - before;
        },
      },
    ],
  };
}

/** After a save, processes get ready for the next one. That is no idling yet. */
async function untilQuiet(pid: number): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const before = await processorTime(pid);
    await pause(QUIET_MS);
    if ((await processorTime(pid)) - before < 1) return;
  }
}

/**
 * Memory goes up and down as it is collected, by more than it may grow. What leaks lifts the peaks, so
 * the highest of the second half is compared with that of the first.
 */
function manySaves(workshop: Watcher, saves: number): BenchmarkFamily {
  return {
    name: 'watch: memory',
    rounds: 1,
    warmsUp: false,
    cases: [
      {
        name: `growth over ${saves.toLocaleString('en')} saves`,
        unit: 'MiB',
        atMost: { mebibytes: MOST_GROWTH_MEBIBYTES },
        async run() {
          const pid = await workshop.pid();
          const sizes: number[] = [];
          for (let save = 0; save < saves; save += 1) {
            await workshop.save(100);
            sizes.push(await residentMebibytes(pid));
          }
          const half = Math.ceil(saves / 2);
          return Math.max(...sizes.slice(half)) - Math.max(...sizes.slice(0, half));
        },
      },
    ],
  };
}
