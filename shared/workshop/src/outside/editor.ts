import process from 'node:process';
import { runInShell } from './program.ts';

/** The learner's editor as a line for the shell: `vim`, `code --wait`. */
export function editorOf(env: Readonly<NodeJS.ProcessEnv> = process.env): string | undefined {
  const named = [env['VISUAL'], env['EDITOR']].find(
    (editor) => editor !== undefined && editor !== '',
  );
  return named ?? (env['TERM_PROGRAM'] === 'vscode' ? 'code' : undefined);
}

/** Resolves when the editor is done; false when it could not be started or failed. */
export async function openInEditor(path: string): Promise<boolean> {
  const editor = editorOf();
  return editor !== undefined && (await runInShell(`${editor} "$1"`, path));
}
