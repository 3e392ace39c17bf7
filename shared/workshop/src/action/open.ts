import { readablePath } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { openInBrowser } from '../outside/browser.ts';
import { editorOf, openInEditor } from '../outside/editor.ts';
import type { Action } from './action.ts';
import { readPage } from './reading.ts';

/** The lesson to read: on its page, or in the learner's editor, or here where there is neither. */
export const openStory: Action = async ({ lesson, page }, { lend }) => {
  if (page !== undefined && (await openInBrowser(page))) {
    return { reply: `Opened ${page} in your browser.` };
  }
  const story = join(lesson.directory, 'README.md');
  if (editorOf() === undefined) return await readPage(story);
  const isDone = await lend(() => openInEditor(story));
  if (isDone) return { reply: `Opened ${readablePath(story)} in your editor.` };
  return await readPage(story);
};
