import { type LessonFolder, listLessons } from '@tracelings/lesson-kit';
import type { RunningJaeger } from '@tracelings/jaeger';
import { mkdir, watch } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { type Forwarded, forward } from '../lesson/forwarding.ts';
import { reasonWithoutJaeger, startJaeger } from '../lesson/trace-source.ts';
import { forwardedScreen, jaegerScreen } from '../screen/jaeger.ts';
import { noteJaeger } from '../state/jaeger-note.ts';
import { keptTraces, readKeptTrace } from '../state/kept-trace.ts';
import { openNotes } from '../state/notes.ts';
import { remark, writeFolded } from './folded.ts';

const environmentMissing = 3;

/**
 * Runs a Jaeger until it is interrupted, and sends it each run that a check in any terminal keeps.
 * The checks themselves know nothing of it.
 */
export async function jaeger(signal: AbortSignal): Promise<number> {
  process.stdout.write('Starting Jaeger in a container …\n');
  try {
    await using running = await startJaeger(signal);
    await using _note = await noteJaeger(running.getPageUrl());
    writeFolded(`${jaegerScreen(running)}\n`, process.stdout);
    await forwardRuns(running, signal);
    return 0;
  } catch (error) {
    const reason = await reasonWithoutJaeger(error);
    if (reason === undefined || signal.aborted) throw error;
    remark(reason);
    return environmentMissing;
  }
}

async function forwardRuns(running: RunningJaeger, signal: AbortSignal): Promise<void> {
  const notes = openNotes(remark);
  await mkdir(keptTraces, { recursive: true });
  const changes = watch(keptTraces, { signal });
  const seen = new Set<string>();
  await forwardLast(await chooseLesson(undefined, await notes.read()), running, seen);
  const lessons = await listLessons();
  try {
    for await (const { filename } of changes) {
      const lesson = lessons.find(({ id }) => `${id}.json` === basename(filename ?? ''));
      if (lesson !== undefined) await forwardLast(lesson, running, seen);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** One save of a file may be seen twice, and a run is sent once. */
async function forwardLast(
  lesson: LessonFolder,
  running: RunningJaeger,
  seen: Set<string>,
): Promise<void> {
  const kept = await readKeptTrace(lesson);
  const run = kept?.runs[kept.shown];
  const mark = JSON.stringify(run);
  if (kept === undefined || run === undefined || seen.has(mark)) return;
  seen.add(mark);
  const forwarded: Forwarded = await forward(run, running.getOtlpTracesUrl());
  process.stdout.write(`${forwardedScreen(kept, forwarded, running)}\n`);
}
