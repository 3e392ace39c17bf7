import { hintsOf, listLessons, readablePath, remarksOf } from '@tracelings/lesson-kit';
import type { Judgement, LessonFolder } from '@tracelings/lesson-kit';
import type { HintsSnapshot, LessonEntry, RunSnapshot, Snapshot } from '@tracelings/studio';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shownScenario } from '../lesson/recording.ts';
import { runningJaegerPage } from '../state/jaeger-note.ts';
import { type Progress, withVerdict } from '../state/progress.ts';
import { type Watching, failingOf } from '../watch/watching.ts';
import { explanationSnapshot } from './explanation-snapshot.ts';

/** Everything the page shows, as plain data: what is on the screen, and what the screen leaves out. */
export async function pageSnapshot(watching: Watching, noted: Progress): Promise<Snapshot> {
  const { lesson, phase, judged, early, next, reply } = watching;
  // The verdict is shown before it is noted.
  const progress = judged ? withVerdict(noted, judged.verdict) : noted;
  const hints = await hintsSnapshot(watching, progress);
  const jaeger = await runningJaegerPage();
  const shown = judged ? shownScenario(lesson, judged.verdict) : '';
  const failure = judged?.judgement?.failure;
  const trace = judged?.judgement?.runs.get(shown)?.trace;
  return {
    phase,
    lesson: await lessonSnapshot(lesson),
    lessons: (await listLessons()).map((each) => lessonEntry(each, progress)),
    places: placesOf(watching),
    ...(judged && { verdict: judged.verdict }),
    ...(early && { early }),
    ...(failure && trace && { explanation: explanationSnapshot(failure, trace) }),
    runs: runsOf(judged?.judgement, lesson),
    shown,
    ...(hints && { hints }),
    ...(next && { next: { id: next.id, title: next.manifest.title } }),
    ...(reply !== undefined && { reply }),
    ...(jaeger !== undefined && { jaeger }),
  };
}

async function lessonSnapshot(lesson: LessonFolder): Promise<Snapshot['lesson']> {
  const { id, number, manifest, directory } = lesson;
  const { title, minutes, learned } = manifest;
  const text = await readFile(join(directory, 'README.md'), 'utf8').catch(() => '');
  return { id, number, title, minutes, learned, text };
}

function lessonEntry({ id, manifest }: LessonFolder, progress: Progress): LessonEntry {
  const { title, minutes, checks } = manifest;
  const passed = progress.checks[id];
  return {
    id,
    title,
    minutes,
    isDone: progress.done.includes(id),
    checks: checks.length,
    ...(passed && { passed: checks.filter((check) => passed.includes(check.id)).length }),
  };
}

function placesOf({ lesson, todos }: Watching): string[] {
  if (todos.length === 0) return [readablePath(join(lesson.src, lesson.manifest.entry))];
  return todos.map(({ file, line }) => `${readablePath(file)}:${line}`);
}

/** The same array for the same judgement: the page is not sent again what it has. */
const runsByJudgement = new WeakMap<Judgement, readonly RunSnapshot[]>();
const noRuns: readonly RunSnapshot[] = [];

function runsOf(judgement: Judgement | undefined, lesson: LessonFolder): readonly RunSnapshot[] {
  if (judgement === undefined) return noRuns;
  const runs =
    runsByJudgement.get(judgement) ??
    [...judgement.runs].map(([scenario, { trace, evidence }]) => ({
      scenario,
      spans: trace.spans,
      output: evidence.output,
      remarks: remarksOf(evidence, lesson.manifest.entry),
    }));
  runsByJudgement.set(judgement, runs);
  return runs;
}

async function hintsSnapshot(
  watching: Watching,
  progress: Progress,
): Promise<HintsSnapshot | undefined> {
  const { lesson } = watching;
  const check = failingOf(watching);
  if (check === undefined) return undefined;
  const texts = (await hintsOf(lesson).catch(() => undefined))?.get(check) ?? [];
  const read = texts.slice(0, progress.hints[lesson.id]?.[check] ?? 0);
  return { check, read, levels: texts.length };
}
