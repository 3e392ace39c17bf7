import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const examples = regionsOf(read('examples/judging.test.ts') + read('examples/check.test.ts'));
const blocks = blocksOf(read('../README.md'));

describe('the README', () => {
  it('shows every example, and no code that is not one', () => {
    expect(blocks.map(({ region }) => region).toSorted()).toEqual([...examples.keys()].toSorted());
  });

  it.for(blocks)('shows "$region" as it is tested', ({ region, code }) => {
    expect(code).toBe(examples.get(region));
  });
});

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function regionsOf(source: string): Map<string, string> {
  const regions = source.matchAll(/^ *\/\/ #region (\w+)\n(.*?)^ *\/\/ #endregion$/gms);
  return new Map([...regions].map(([, name = '', code = '']) => [name, withoutIndent(code)]));
}

function blocksOf(readme: string): { region: string; code: string }[] {
  const fences = readme.matchAll(/(?:<!-- region: (\w+) -->\n\n)?```ts\n(.*?)^```$/gms);
  return [...fences].map(([, region = 'no region', code = '']) => ({ region, code }));
}

function withoutIndent(code: string): string {
  const indent = /^ */.exec(code)?.[0] ?? '';
  return code.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}
