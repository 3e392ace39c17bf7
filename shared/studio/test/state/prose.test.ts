import { describe, expect, test } from 'vitest';
import { lessonProse, proseOf } from '../../src/state/prose.ts';

describe('prose', () => {
  test('has its code highlighted by classes, since the page lets no text bring styles', () => {
    const { html } = proseOf('```ts\nconst a = "b";\n```');
    expect(html).toContain('<span class="hljs-keyword">const</span>');
    expect(html).not.toContain('style=');
  });

  test('leaves HTML and links that do harm as text', () => {
    expect(proseOf('<script>alert(1)</script>').html).toContain('&lt;script&gt;');
    expect(proseOf('[a](javascript:alert(1))').html).not.toContain('<a');
    expect(proseOf('[a](../01/README.md)').html).not.toContain('href');
    expect(proseOf('```html\n<b onclick="x">\n```').html).toContain('&lt;b onclick=');
  });

  test('leaves the title to the page, and has its headings below it', () => {
    const { html } = lessonProse('# 01 · A title\n\nText.\n\n## Part\n');
    expect(html).not.toContain('A title');
    expect(html).toContain('<h3>Part</h3>');
  });

  test('can be scrolled by keys where it is wide', () => {
    expect(proseOf('```\na\n```').html).toContain('<pre tabindex="0">');
    expect(proseOf('|a|\n|-|\n|b|').html).toContain('tabindex="0" role="region"');
  });
});
