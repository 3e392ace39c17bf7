import { expect, test } from 'vitest';
import { html } from '../../src/page/html.ts';

test('Values are escaped between tags and within attributes, and fragments stay.', () => {
  const bold = html`<b>${'<i>'}</b>`;
  expect(String(html`<p title="${'"\'`>'}">${bold} ${[bold, ' & ', 3]}${undefined}</p>`)).toBe(
    '<p title="&#34;&#39;&#96;&#62;"><b>&#60;i&#62;</b> <b>&#60;i&#62;</b> &#38; 3</p>',
  );
});

test('A text that only looks like HTML is no fragment.', () => {
  const value = { toString: () => '<script>' };
  expect(String(html`${String(value)}`)).toBe('&#60;script&#62;');
});
