import {
  alternativesOf,
  findLesson,
  listLessons,
  mistakesOf,
  verifyLesson,
} from '@tracelings/lesson-kit';
import type { Complaint, LessonFolder, Source } from '@tracelings/lesson-kit';
import process from 'node:process';
import { openJaeger, openMemory, reasonWithoutJaeger } from '../lesson/trace-source.ts';
import type { OpenSource } from '../lesson/trace-source.ts';
import { type Look, lookOf } from '../look.ts';
import { complaintsScreen } from '../screen/complaints.ts';
import { proofTable } from '../screen/proof-table.ts';
import type { ProofRow } from '../screen/proof-table.ts';

export interface VerifyOptions {
  readonly seeds: number;
  readonly update?: true;
  readonly memoryOnly?: true;
}

const environmentMissing = 3;

/** Proves lessons for their authors, from memory and from Jaeger where one can be had. */
export async function verify(
  names: readonly string[],
  options: VerifyOptions,
  signal: AbortSignal,
): Promise<number> {
  const lessons = await chosenLessons(names);
  await using jaeger = options.memoryOnly ? undefined : await openJaegerOrSay(signal);
  if (jaeger === undefined && mustHaveJaeger(options)) return environmentMissing;
  await using memory = openMemory();
  const sources = [memory.source, ...(jaeger?.source ? [jaeger.source] : [])] as const;
  const rows: ProofRow[] = [];
  for (const lesson of lessons) {
    rows.push(await prove(lesson, { sources, options, signal }));
  }
  process.stdout.write(`${proofTable(rows)}\n`);
  return rows.every(({ complaints }) => complaints === 0) ? 0 : 1;
}

function chosenLessons(names: readonly string[]): Promise<LessonFolder[]> {
  return names.length === 0 ? listLessons() : Promise.all(names.map((name) => findLesson(name)));
}

function mustHaveJaeger({ memoryOnly }: VerifyOptions): boolean {
  return !memoryOnly && process.env['REQUIRE_JAEGER'] === '1';
}

async function openJaegerOrSay(signal: AbortSignal): Promise<OpenSource | undefined> {
  try {
    return await openJaeger(signal);
  } catch (error) {
    const reason = await reasonWithoutJaeger(error);
    if (reason === undefined) throw error;
    process.stdout.write(`Skipped: everything that is read from Jaeger.\n${reason}\n\n`);
    return undefined;
  }
}

interface Proving {
  readonly sources: readonly [Source, ...Source[]];
  readonly options: VerifyOptions;
  readonly signal: AbortSignal;
}

async function prove(lesson: LessonFolder, proving: Proving): Promise<ProofRow> {
  const { sources, options, signal } = proving;
  const look = lookOf(process.stdout);
  process.stdout.write(`${look.paint('title', lesson.id)}\n`);
  const complaints = await verifyLesson(lesson, {
    sources,
    seeds: Array.from({ length: options.seeds }, (_none, index) => index + 1),
    signal,
    onProgress: (title, found) => process.stdout.write(`${progressLine(title, found, look)}\n`),
    ...(options.update && { update: true }),
  });
  process.stdout.write(`\n${conclusion(lesson, complaints, look)}\n\n`);
  return {
    lesson: lesson.id,
    checks: lesson.manifest.checks.length,
    alternatives: (await alternativesOf(lesson)).length,
    mistakes: (await mistakesOf(lesson)).length,
    seeds: options.seeds,
    sources: sources.map(({ kind }) => kind),
    complaints: complaints.length,
  };
}

function progressLine(title: string, found: readonly Complaint[], look: Look): string {
  return found.length === 0
    ? look.paint('good', `  ✓ ${title}`)
    : look.paint('bad', `  ✗ ${title}`);
}

function conclusion(lesson: LessonFolder, complaints: readonly Complaint[], look: Look): string {
  if (complaints.length === 0) return look.paint('good', `${lesson.id} is proved.`);
  const things = complaints.length === 1 ? 'One thing is' : `${complaints.length} things are`;
  return `${complaintsScreen(complaints, look)}\n\n${things} left to mend in ${lesson.id}.`;
}
