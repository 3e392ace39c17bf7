import measure from 'fast-string-truncated-width';

/** Joiners stay: emoji and several scripts need them. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

const shorthands: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Whatever would move the cursor, colour the line or hide in it, made visible. */
export function escapeInvisible(text: string): string {
  return text.replaceAll(invisible, (character) => shorthands[character] ?? toEscape(character));
}

/** Columns on a terminal: a wide character takes two. */
export function columnsOf(text: string): number {
  return measure(text).width;
}

/** The whole text, or its beginning and `…`. */
export function cut(text: string, columns: number): string {
  const { index, ellipsed } = measure(text, { limit: Math.max(columns, 1), ellipsis: '…' });
  return ellipsed ? `${text.slice(0, index)}…` : text.slice(0, index);
}

function toEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x1_00) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x1_00_00 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
