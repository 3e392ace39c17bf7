import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Joiners stay: emoji and several scripts need them. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

const shorthands: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Most of what a screen is drawn with: letters of Latin, points and dashes, arrows, lines, ticks. */
const narrowText =
  /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u024F\u2010-\u2015\u2018-\u2027\u2190-\u2193\u2500-\u259F\u2713\u2717]*$/u;

let segmenter: Intl.Segmenter | undefined;

/** Whatever would move the cursor, colour the line or hide in it, made visible. */
export function escapeInvisible(text: string): string {
  return text.replaceAll(invisible, (character) => shorthands[character] ?? toEscape(character));
}

/** Columns on a terminal: a wide character takes two. */
export function columnsOf(text: string): number {
  return narrowText.test(text) ? text.length : exactColumnsOf(text);
}

/** Loaded on first use: its patterns take as long to make as all else that a short command does. */
function exactColumnsOf(text: string): number {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- so it is typed
  const { default: stringWidth } = require('string-width') as typeof import('string-width');
  return stringWidth(text);
}

/** The whole text, or its beginning and `…`. */
export function cut(text: string, columns: number): string {
  const beginning = beginningOf(text, columns);
  return beginning === text ? text : `${beginningOf(beginning, columns - 1)}…`;
}

/** As much as fits. Stops at the edge, so that a text of any length costs no more than what is kept. */
export function beginningOf(text: string, columns: number): string {
  if (narrowText.test(text)) return text.slice(0, Math.max(columns, 0));
  let width = 0;
  for (const { segment, index } of graphemesOf(text)) {
    width += columnsOf(segment);
    if (width > columns) return text.slice(0, index);
  }
  return text;
}

/** Made on first use, as it takes longer than the rest of this package to load. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

function toEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x1_00) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x1_00_00 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
