import type { LessonFolder } from '@tracelings/lesson-kit';
import { ContentHash } from './content-hash.ts';
import { addFolder } from './folder-hash.ts';

const versions = new Map<string, Promise<string>>();

/**
 * SHA-256 of the files that a lesson is judged by: its manifest, inputs, scenarios, checks and
 * starter, and neither its text nor anybody's copy of the starter. Read once a process.
 */
export function lessonVersion({ directory }: LessonFolder): Promise<string> {
  const known = versions.get(directory) ?? readVersion(directory);
  versions.set(directory, known);
  return known;
}

async function readVersion(directory: string): Promise<string> {
  const whole = new ContentHash();
  await addFolder(whole, directory, isJudgedBy);
  return whole.digest();
}

function isJudgedBy(path: string): boolean {
  return !/^(src(\.[^/]*)?|node_modules|test|\..*)$|\.test\.ts$|\.md$/.test(path);
}
