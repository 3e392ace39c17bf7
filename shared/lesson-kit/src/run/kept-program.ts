import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../lesson/repository.ts';
import { packApart } from '../pack/pack-process.ts';
import { freshPack } from '../pack/pack-record.ts';
import { subjectProgram } from './subject-program.ts';

/** What was packed is kept here from one command to the next. */
const keptPacks: string = join(repository, '.cache', 'packed');

const ignore = (): void => {};

let known: string | undefined;
let keeping: Promise<void> | undefined;

/**
 * Packs OpenTelemetry and the program that runs subjects into a few files, which halves the processor
 * time of every process started after that. They are kept in `.cache`: the first time after something
 * was installed takes about half a second, every other one none. Where nothing can be written, it
 * resolves all the same, and subjects run as they did without. `runScenario` awaits it; call it before
 * you start a `WaitingProcess` of your own.
 */
export function keepProgram(): Promise<void> {
  // Whoever may not write here runs the program as it is.
  keeping ??= keptPack().then(ignore, ignore);
  return keeping;
}

/** The folder of a pack that is up to date, made where there is none. */
export async function keptPack(): Promise<string> {
  return keptFolder() ?? (await packApart(keptPacks));
}

/**
 * What Node is started with to have the program that runs subjects: in a few files, where these are
 * kept and are up to date, and else as it is, which takes a process twice as long.
 */
export function programWords(): readonly string[] {
  const folder = keptFolder();
  return folder === undefined ? [subjectProgram] : packedWords(folder);
}

/** What Node is started with to have the program of a pack. */
export function packedWords(pack: string): string[] {
  return ['--import', join(pack, 'program', 'packed-imports.mjs'), mainOf(pack)];
}

function keptFolder(): string | undefined {
  // A command keeps to the pack that it found, as it keeps to its own code.
  if (known === undefined || !existsSync(mainOf(known))) known = freshPack(keptPacks);
  return known;
}

function mainOf(pack: string): string {
  return join(pack, 'program', 'main.mjs');
}
