import { listLessons } from '@tracelings/lesson-kit';
import process from 'node:process';
import { lookOf } from '../look.ts';
import { lessonListScreen } from '../screen/lesson-list.ts';
import { openNotes } from '../state/notes.ts';
import { remark } from './folded.ts';

export async function lessons(): Promise<number> {
  const notes = openNotes(remark);
  const screen = lessonListScreen(await listLessons(), await notes.read(), lookOf(process.stdout));
  process.stdout.write(`${screen}\n`);
  return 0;
}
