import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('examples/', import.meta.url);
const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
const examples = regionsOf(sources.join('\n'));
const blocks = blocksOf(readFileSync(new URL('../README.md', import.meta.url), 'utf8'));

describe('the README', () => {
  it('shows every example, and no code that is not one', () => {
    expect(blocks.map(({ region }) => region).toSorted()).toEqual([...examples.keys()].toSorted());
  });

  it.for(blocks)('shows "$region" as it is tested', ({ region, code }) => {
    expect(code).toBe(examples.get(region));
  });
});

function regionsOf(source: string): Map<string, string> {
  const regions = source.matchAll(/^ *\/\/ #region ([\w-]+)\n(.*?)^ *\/\/ #endregion$/gmsu);
  return new Map([...regions].map(([, name = '', code = '']) => [name, withoutIndent(code)]));
}

function blocksOf(readme: string): { region: string; code: string }[] {
  const fences = readme.matchAll(/(?:<!-- region: ([\w-]+) -->\n\n)?```ts\n(.*?)^```$/gmsu);
  return [...fences].map(([, region = 'no region', code = '']) => ({ region, code }));
}

function withoutIndent(code: string): string {
  const indent = /^ */u.exec(code)?.[0] ?? '';
  return code.replaceAll(new RegExp(`^${indent}`, 'gmu'), '');
}
