import { escapeInvisible } from '@tracelings/trace-shape/text';
import { stripVTControlCharacters } from 'node:util';

/** XML has no way to hold them. */
const nonCharacters = /\p{Noncharacter_Code_Point}/gu;

/** Text from outside with everything made visible that could hide in it; lines stay lines. */
export function visible(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '  ')
    .split('\n')
    .map(visibleName)
    .join('\n');
}

/** The same on one line, for names. */
export function visibleName(text: string): string {
  return escapeInvisible(text).replaceAll(nonCharacters, codePoint);
}

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
