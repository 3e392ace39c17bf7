import { stripVTControlCharacters } from 'node:util';

/** A text that clears the screen or rings a bell must not reach the terminal. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '  ')
    .replaceAll(/[^\P{Cc}\n]/gu, '·');
}
