const longest = 40;

/** A JSON value in a few words, however large or hostile it is. */
export function describeJson(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  if (typeof value === 'string') return describeText(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return describeObject(value);
  if (typeof value === 'number' || typeof value === 'boolean')
    return `the ${typeof value} ${value}`;
  return `a ${typeof value}`;
}

function describeText(text: string): string {
  if (text.length <= longest) return `the string ${quote(text)}`;
  return `a string of ${text.length} characters that begins with ${quote(text.slice(0, longest))}`;
}

function describeObject(value: object): string {
  const names = Object.keys(value);
  if (names.length === 0) return 'an empty object';
  const shown = names.slice(0, 3).map((name) => quote(name.slice(0, longest)));
  return `an object with ${shown.join(', ')}${names.length > shown.length ? ' and more' : ''}`;
}

/** JSON leaves some characters as they are that could still disturb a terminal. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
