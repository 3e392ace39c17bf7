import { type ComponentChild, h } from 'preact';

/** Plain text, with what stands in backticks set as code. */
export function inlineCode(text: string): ComponentChild[] {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? h('code', null, part) : part));
}
