import { visible } from './visible.ts';

/** An attribute's value is a string of any kind, or a number. */
export type XmlAttributes = Readonly<Record<string, string | number>>;

/**
 * One element as text. Written by hand because a report of thousands is written in parts, where
 * libraries build the whole document first; what they would do for us is these escapes.
 */
export function element(name: string, attributes: XmlAttributes, ...inner: string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attributeText(value)}"`)
    .join('');
  const content = inner.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Text between tags. What XML cannot hold at all has become visible before. */
export function xmlText(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, entity);
}

/** A parser turns line breaks in an attribute into blanks unless they are written as references. */
function attributeText(value: string | number): string {
  return xmlText(String(value)).replaceAll(/[\n\t]/g, entity);
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
