/** Text that is HTML already; only {@link html} makes it. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static of(strings: readonly string[], parts: readonly Part[]): Html {
    const text = strings.map((string, index) => string + written(parts[index])).join('');
    return new Html(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** Strings are escaped; what is HTML already is taken as it is. */
export type Part = Html | string | number | false | readonly Part[] | undefined;

/**
 * HTML with every value in it escaped, between tags and within quoted attributes alike.
 *
 * @example
 * ```ts
 * String(html`<b title="${'"'}">${'<script>'}</b>`); // <b title="&#34;">&#60;script&#62;</b>
 * ```
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return Html.of(strings, parts);
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return part.replaceAll(/[&<>"'`]/g, entity);
  if (typeof part === 'number' || part instanceof Html) return String(part);
  return part.map(written).join('');
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
