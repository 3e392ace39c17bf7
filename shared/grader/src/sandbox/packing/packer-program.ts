// Packs what it is told to, one order after the other, for as long as whoever tells it is there.
import {
  PackagePack,
  packLesson,
  packProgram,
  packSubjectProgram,
} from '@tracelings/lesson-kit/pack';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { PackAnswer, PackOrder } from './packer.ts';

const INSIDE = ['keeper', 'frozen-builtins'];

let packages: PackagePack | undefined;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the judge sent it
process.on('message', (message) => void obey(message as PackOrder));

async function obey(order: PackOrder): Promise<void> {
  process.send?.(await carriedOut(order));
}

async function carriedOut({ number, shared, lesson }: PackOrder): Promise<PackAnswer> {
  packages ??= new PackagePack(join(shared, 'node_modules'));
  try {
    if (lesson === undefined) await packShared(shared, packages);
    else await packLesson(lesson, lesson.to, packages);
    return { number };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}

async function packShared(shared: string, into: PackagePack): Promise<void> {
  const program = join(shared, 'program');
  await packSubjectProgram(program, into);
  for (const name of INSIDE) {
    const source = fileURLToPath(new URL(`../inside/${name}.ts`, import.meta.url));
    await packProgram(source, join(program, `${name}.mjs`));
  }
}
