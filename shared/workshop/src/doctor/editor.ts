import process from 'node:process';
import { browserProgram } from '../outside/browser.ts';
import { editorOf } from '../outside/editor.ts';
import type { Finding } from './finding.ts';

const about = 'Editor';

/** Where the key `o` shows a lesson. Which editor the lesson is edited in is nobody's business. */
export function examineEditor(
  env: Readonly<NodeJS.ProcessEnv> = process.env,
  platform: NodeJS.Platform = process.platform,
): Finding {
  const editor = editorOf(env);
  const browser = browserProgram(env, platform);
  if (browser !== undefined) {
    const otherwise = editor === undefined ? '' : `, or in ${editor} where there is none`;
    return { about, state: 'good', found: `o opens the page with ${browser}${otherwise}.` };
  }
  if (editor !== undefined) {
    return { about, state: 'good', found: `o opens the lesson in ${editor}.` };
  }
  return {
    about,
    state: 'lacking',
    found:
      'No browser can be opened from here, and no editor is named, so o shows the lesson here.',
    mend: 'Name yours in VISUAL or EDITOR, such as: export EDITOR=nano. Any editor will do to work in.',
  };
}
