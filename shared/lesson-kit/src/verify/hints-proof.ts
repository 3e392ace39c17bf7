import { join } from 'node:path';
import { parseHints } from '../lesson/hints.ts';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';
import { textOf } from './folder-files.ts';

const LEVELS = 3;

/** Every check has its three hints, the first of them a question, and no hint is for nothing. */
export async function proveHints(lesson: LessonFolder): Promise<Complaint[]> {
  const file = readablePath(join(lesson.directory, 'hints.md'));
  const text = await textOf(lesson.directory, 'hints.md');
  if (text === undefined) {
    return [{ file, message: 'is missing; write three hints for each check' }];
  }
  const hints = parseHints(text);
  const ids = lesson.manifest.checks.map((check) => check.id);
  const messages = [
    ...ids.flatMap((id) => complainOf(id, hints.get(id) ?? [])),
    ...[...hints.keys()]
      .filter((id) => !ids.includes(id))
      .map((id) => `there are hints for "${id}", which is no check; rename or remove them`),
  ];
  return messages.map((message) => ({ file, message }));
}

function complainOf(id: string, hints: readonly string[]): string[] {
  if (hints.length !== LEVELS) {
    return [
      `"## ${id}" has ${hints.length} numbered hints; write ${LEVELS}: a question, a pointer, nearly the answer`,
    ];
  }
  return hints[0]?.includes('?') === true
    ? []
    : [`the first hint for "${id}" asks nothing; make it a question`];
}
