import type { LessonFolder } from '@tracelings/lesson-kit';
import { readablePath } from '@tracelings/lesson-kit';
import type { Edits, Undone } from '../lesson/reset.ts';

export function keptSentence(lesson: LessonFolder, kept: string): string {
  return `${lesson.id}: the starter is back. Your edits are in ${readablePath(kept)}, and npm run reset -- ${lesson.number} --undo brings them back.`;
}

export function freshSentence(lesson: LessonFolder): string {
  return `${lesson.id}: ${readablePath(lesson.src)} is a fresh copy of the starter.`;
}

export function unneededSentence(lesson: LessonFolder, edits: Exclude<Edits, 'edited'>): string {
  return edits === 'untouched'
    ? `${lesson.id}: your copy is as the starter has it, so there is nothing to reset.`
    : `${lesson.id}: there is no copy of yours yet, so there is nothing to reset. npm start -- ${lesson.number} makes one.`;
}

export function undoneSentence(lesson: LessonFolder, undone: Undone | undefined): string {
  if (undone === undefined) {
    return `${lesson.id}: no edits were kept aside, so there is nothing to bring back.`;
  }
  const back = `${lesson.id}: what was in ${readablePath(undone.restored)} is back in ${readablePath(lesson.src)}.`;
  return undone.kept === undefined
    ? back
    : `${back} What it replaced is in ${readablePath(undone.kept)}.`;
}
