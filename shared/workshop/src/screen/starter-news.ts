import type { LessonFolder } from '@tracelings/lesson-kit';

export function starterNewsSentence(lesson: LessonFolder): string {
  return `${changed(lesson)} npm run diff -- ${lesson.number} --pulled shows what changed, npm run diff -- ${lesson.number} --starter shows yours beside the new one, and npm run reset -- ${lesson.number} takes the new one and keeps your edits aside.`;
}

export function starterNewsWithKeys(lesson: LessonFolder): string {
  return `${changed(lesson)} u shows what changed, and yours beside the new one. x takes the new one and keeps your edits aside.`;
}

function changed({ id }: LessonFolder): string {
  return `An update has changed the starter of ${id} since your copy was made. Your edits are as you left them.`;
}

export function starterNotKeptSentence({ id, number }: LessonFolder): string {
  return `The starter that your copy of ${id} was made from was not kept, so what changed in it cannot be shown. npm run diff -- ${number} --starter shows yours beside the one of today.`;
}
