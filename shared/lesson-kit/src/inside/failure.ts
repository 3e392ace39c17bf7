import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, stripVTControlCharacters } from 'node:util';

const MOST_CHARACTERS = 600;

/**
 * A thrown value in one or two lines: its name and message, and the first place in the subject's
 * own files that it passed. Never a path outside them. It never throws, whatever was thrown.
 */
export function describeFailure(thrown: unknown, subject: string): string {
  try {
    const text =
      thrown instanceof Error ? errorText(thrown, subject) : `${inspect(thrown)} was thrown`;
    return stripVTControlCharacters(withoutPaths(text, subject)).slice(0, MOST_CHARACTERS);
  } catch {
    return 'something was thrown that cannot be described';
  }
}

function errorText(error: Error, subject: string): string {
  const place = placeIn(String(error.stack), subject);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.name}: ${error.message}${cause}${place === undefined ? '' : `, at ${place}`}`;
}

function placeIn(stack: string, subject: string): string | undefined {
  for (const [, url] of stack.matchAll(/(file:\/\/[^\s)]+|\/[^\s():]+:\d+(?::\d+)?)/g)) {
    const [, file = '', line = ''] = /^(.*?):(\d+)(?::\d+)?$/.exec(url ?? '') ?? [];
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    const inside = relative(subject, path);
    if (path !== '' && !inside.startsWith('..') && !inside.includes('node_modules')) {
      return `${inside}:${line}`;
    }
  }
  return undefined;
}

function withoutPaths(text: string, subject: string): string {
  return hidePaths(text.replaceAll(`file://${subject}/`, '').replaceAll(`${subject}/`, ''));
}

/** Leaves only the last name of each absolute path. */
export function hidePaths(text: string): string {
  return text.replaceAll(/(?:file:\/\/|(?<![\w:/.]))(\/[^\s'":/]+)(?:\/[^\s'":/]+)*/g, nameOfFile);
}

/** A path keeps only its last name. What begins with no folder of this machine is a route. */
function nameOfFile(path: string, firstFolder: string): string {
  return path.startsWith('file:') || existsSync(firstFolder) ? path.replace(/^.*\//, '') : path;
}
