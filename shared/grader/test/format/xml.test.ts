import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { element, xmlText } from '../../src/format/xml.ts';
import { visible } from '../../src/format/visible.ts';
import { nastyText } from '../fixtures/grades.ts';

test('An element is written with its attributes and what is in it.', () => {
  expect(element('a', { b: 1, c: '<"&' }, element('d', {}), xmlText("]]>'"))).toBe(
    '<a b="1" c="&#60;&#34;&#38;"><d/>]]&#62;&#39;</a>',
  );
});

test('A strict parser reads the nastiest text back, in an attribute and between tags.', () => {
  const read: string[] = [];
  const parser = new SaxesParser();
  parser.on('attribute', ({ value }) => read.push(value));
  parser.on('text', (text) => read.push(text));
  parser.write(element('a', { b: nastyText }, xmlText(nastyText))).close();
  expect(read).toStrictEqual([visible(nastyText), visible(nastyText)]);
});
