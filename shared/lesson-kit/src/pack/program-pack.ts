import { isBuiltin } from 'node:module';
import { isAbsolute } from 'node:path';
import { rolldown } from 'rolldown';
import { namedBuiltins } from './builtins.ts';

/**
 * Packs a program of ours into one file with all that it imports of ours, types stripped. What the
 * file does not export, nobody who imports it can reach.
 *
 * @returns the names of the packages that it needs beside it.
 */
export async function packProgram(program: string, file: string): Promise<string[]> {
  await using bundle = await rolldown({
    input: program,
    platform: 'node',
    external: isPackage,
    plugins: [namedBuiltins()],
    logLevel: 'silent',
  });
  const { output } = await bundle.write({ file, format: 'esm', codeSplitting: false });
  return output.flatMap((chunk) => ('imports' in chunk ? chunk.imports : [])).filter(isPackage);
}

/** Whether an import leads to a file of the same package. */
export function isOwn(id: string): boolean {
  return id.startsWith('.') || id.startsWith('#') || id.startsWith('\0') || isAbsolute(id);
}

function isPackage(id: string): boolean {
  return !isOwn(id) && !isBuiltin(id) && !id.startsWith('@tracelings/');
}
