import process from 'node:process';
import { runInShell } from './program.ts';

/** The learner's editor as a line for the shell: `vim`, `code --wait`. */
export function editorOf(env: Readonly<NodeJS.ProcessEnv> = process.env): string | undefined {
  const named = [env['VISUAL'], isNamedByNpm(env) ? undefined : env['EDITOR']].find(
    (editor) => editor !== undefined && editor !== '',
  );
  return named ?? (env['TERM_PROGRAM'] === 'vscode' ? 'code' : undefined);
}

/** npm tells its scripts of vi where nobody named an editor, and who has never met vi cannot leave it. */
function isNamedByNpm(env: Readonly<NodeJS.ProcessEnv>): boolean {
  return env['EDITOR'] === 'vi' && env['npm_lifecycle_event'] !== undefined;
}

/** Resolves when the editor is done; false when it could not be started or failed. */
export async function openInEditor(path: string): Promise<boolean> {
  const editor = editorOf();
  return editor !== undefined && (await runInShell(`${editor} "$1"`, path));
}
