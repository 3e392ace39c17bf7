import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';
import { filesBelow, textOf } from './folder-files.ts';

/** Words that tell a stuck person it should not have been hard. */
const REFUSED = /\b(just|simply|obviously|of course)\b/gi;

/** No sentence that a learner reads belittles the work. */
export async function proveProse(lesson: LessonFolder): Promise<Complaint[]> {
  const found = await Promise.all([
    complaintsBelow(lesson.directory),
    complaintsBelow(lesson.solution),
  ]);
  return [...found.flat(), ...complaintsInManifest(lesson)];
}

async function complaintsBelow(folder: string): Promise<Complaint[]> {
  const files = (await filesBelow(folder)).filter((file) => isRead(file));
  const texts = await Promise.all(files.map((file) => textOf(folder, file)));
  return files.flatMap((file, index) =>
    complaintsIn(readablePath(join(folder, file)), texts[index] ?? ''),
  );
}

/** Prose files, the starter with its comments, and what is said of mistakes and alternatives. */
function isRead(file: string): boolean {
  return /\.md$|(^|\/)(message\.txt|mistake\.json|alternative\.json)$|^starter\//.test(file);
}

function complaintsInManifest(lesson: LessonFolder): Complaint[] {
  const { title, learned, checks } = lesson.manifest;
  const text = [title, learned, ...checks.map((check) => check.title)].join('\n');
  const file = readablePath(join(lesson.directory, 'lesson.ts'));
  return refusedWords(text).map((word) => complaint(file, word));
}

function complaintsIn(file: string, text: string): Complaint[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      refusedWords(line).map((word) => complaint(`${file}:${index + 1}`, word)),
    );
}

function refusedWords(text: string): string[] {
  return [...text.matchAll(REFUSED)].map(([word]) => word);
}

function complaint(file: string, word: string): Complaint {
  return {
    file,
    message: `"${word}" tells a stuck reader that this should have been easy; leave it out`,
  };
}
