import type { LessonFolder } from '@tracelings/lesson-kit';
import { lessonAfter } from '../lesson/choice.ts';
import type { Judged } from '../lesson/judging.ts';
import { isDirectory } from '../lesson/learner-copy.ts';
import { findTodos } from '../lesson/todo.ts';
import type { Look } from '../look.ts';
import { finishedScreen } from '../screen/finished.ts';
import { labelled } from '../screen/labelled.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { workplaceScreen } from '../screen/workplace.ts';

interface Standing {
  readonly lesson: LessonFolder;
  readonly judged: Judged;
  /** The learner's copy was made a moment ago. */
  readonly copied?: boolean;
  readonly notes: ProgressFile;
}

/** What a learner does after this verdict, in commands that can be typed. */
export async function nextScreen(standing: Standing, look: Look): Promise<string> {
  const { lesson, judged } = standing;
  const { verdict } = judged.verdict;
  if (verdict === 'environment-missing') {
    return goOn(`npm run check -- ${lesson.number} reads the trace from memory`, look);
  }
  if (!(await isDirectory(lesson.src))) {
    return goOn(`npm start -- ${lesson.number} makes your copy of the starter checked here`, look);
  }
  return verdict === 'passed' ? await finished(standing, look) : await unfinished(standing, look);
}

async function finished({ lesson, notes }: Standing, look: Look): Promise<string> {
  const { done } = await notes.read();
  const next = await lessonAfter(lesson, done);
  const command =
    next === undefined ? 'npm run check -- --all --keep' : `npm start -- ${next.number}`;
  return `${finishedScreen(lesson, next, look)}\n${goOn(command, look)}`;
}

async function unfinished({ lesson, copied = false }: Standing, look: Look): Promise<string> {
  const todos = await findTodos(lesson.src);
  const again = goOn(`npm run check -- ${lesson.number} checks again`, look);
  return `${workplaceScreen({ lesson, todos, copied }, look)}\n${again}`;
}

function goOn(text: string, look: Look): string {
  return labelled('Go on', text, look);
}
