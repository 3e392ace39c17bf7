import { type ComponentChild, h } from 'preact';
import type { OwnHtml } from '../state/page-state.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): {
    createHTML(text: string): string;
  };
}

declare const trustedTypes: TrustedTypes | undefined;

/** The page's policy lets no other place make HTML of a text. */
const policy =
  typeof trustedTypes === 'undefined'
    ? undefined
    : trustedTypes.createPolicy('own-html', { createHTML: (text) => text });

/** The same object for the same text, so that nothing is drawn anew that has not changed. */
const trusted = new Map<string, string>();

interface ProseProps {
  readonly text: OwnHtml;
}

/** HTML that the studio made of the project's own Markdown, and that of nobody else. */
export function Prose({ text: { html } }: ProseProps): ComponentChild {
  const made = trusted.get(html) ?? policy?.createHTML(html) ?? html;
  trusted.set(html, made);
  return h('div', { class: 'prose', dangerouslySetInnerHTML: { __html: made } });
}
