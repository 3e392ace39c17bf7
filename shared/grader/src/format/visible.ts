import { stripVTControlCharacters } from 'node:util';

/**
 * What no report shows as it is: control characters, marks that turn the direction of what follows,
 * everything else that has no shape of its own, and code points that XML forbids. The two joiners
 * stay, since names and emoji are written with them.
 */
const unseen = /[^\P{Cc}\n\t]|[^\P{Cf}\u200C\u200D]|[\u2028\u2029]|\p{Noncharacter_Code_Point}/gu;

/** Text from outside with everything made visible that could hide in it: `⟨U+202E⟩`. */
export function visible(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .toWellFormed()
    .replaceAll(unseen, codePoint);
}

/** The same on one line, for names. */
export function visibleName(text: string): string {
  return visible(text).replaceAll(/[\n\t]/g, codePoint);
}

function codePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `⟨U+${number.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
