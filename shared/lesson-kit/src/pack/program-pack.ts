import { isBuiltin } from 'node:module';
import { isAbsolute } from 'node:path';
import { type OutputAsset, type OutputChunk, rolldown } from 'rolldown';
import { namedBuiltins } from './builtins.ts';

/** What went into a packed program. */
export interface ProgramParts {
  /** The names of the packages that it needs beside it. */
  readonly packages: readonly string[];
  /** Absolute paths of the files that it was made of. */
  readonly files: readonly string[];
}

/**
 * Packs a program of ours into one file with all that it imports of ours, types stripped. What the
 * file does not export, nobody who imports it can reach.
 */
export async function packProgram(program: string, file: string): Promise<ProgramParts> {
  await using bundle = await rolldown({
    input: program,
    platform: 'node',
    external: isPackage,
    plugins: [namedBuiltins()],
    logLevel: 'silent',
  });
  const { output } = await bundle.write({ file, format: 'esm', codeSplitting: false });
  const imports = output.flatMap((chunk) => ('imports' in chunk ? chunk.imports : []));
  return { packages: imports.filter(isPackage), files: filesOf(output) };
}

/** Of what a bundler has written: the files that it read. */
export function filesOf(output: readonly (OutputChunk | OutputAsset)[]): string[] {
  const ids = output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : []));
  return ids.filter((id) => isAbsolute(id));
}

/** Whether an import leads to a file of the same package. */
export function isOwn(id: string): boolean {
  return id.startsWith('.') || id.startsWith('#') || id.startsWith('\0') || isAbsolute(id);
}

function isPackage(id: string): boolean {
  return !isOwn(id) && !isBuiltin(id) && !id.startsWith('@tracelings/');
}
