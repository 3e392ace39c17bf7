import hljs from 'highlight.js/lib/core';
import typescript from 'highlight.js/lib/languages/typescript';
import MarkdownIt from 'markdown-it';
import type { OwnHtml } from './page-state.ts';

hljs.registerLanguage('ts', typescript);

/** HTML in the Markdown stays text, so that only what is written here comes out as HTML. */
const markdown = new MarkdownIt({ html: false, typographer: false, highlight });

/** The page has a title and headings of its own above the text. */
const deepest = 6;

markdown.core.ruler.push('headings-below-the-page', ({ tokens }) => {
  for (const token of tokens) {
    if (!token.type.startsWith('heading_')) continue;
    token.tag = `h${Math.min(deepest, Number(token.tag.slice(1)) + 1)}`;
  }
});

const { rules } = markdown.renderer;
// What is wider than its place scrolls, and what scrolls has to be reached by keys.
rules['table_open'] = () =>
  '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>';
rules['table_close'] = () => '</table></div>';
rules['link_open'] = (tokens, index) => {
  const href = String(tokens[index]?.attrGet('href') ?? '');
  const isAway = /^https?:/.test(href);
  const target = isAway ? ` href="${markdown.utils.escapeHtml(href)}" target="_blank"` : '';
  return `<a${target} rel="noopener noreferrer">`;
};

const made = new Map<string, OwnHtml>();

/** HTML of the project's own Markdown. Made once for each text. */
export function proseOf(text: string): OwnHtml {
  const known = made.get(text);
  if (known !== undefined) return known;
  const prose = { html: markdown.render(text) };
  made.set(text, prose);
  return prose;
}

/** A lesson's README, without the title that the page shows itself. */
export function lessonProse(text: string): OwnHtml {
  return proseOf(text.replace(/^# .*\n+/, ''));
}

function highlight(code: string, language: string): string {
  const inner = hljs.getLanguage(language)
    ? hljs.highlight(code, { language }).value
    : markdown.utils.escapeHtml(code);
  return `<pre tabindex="0"><code>${inner}</code></pre>`;
}
