import { describe, it } from 'vitest';
import { TypeStripper } from '../../src/submission/type-stripper.ts';

const stripper = new TypeStripper();
const strip = async (...texts: readonly string[]): Promise<string[] | undefined> => {
  const files = texts.map((text, index) => ({ path: `${index}.ts`, bytes: Buffer.from(text) }));
  return (await stripper.strip(files))?.map(({ bytes }) => Buffer.from(bytes).toString());
};

describe('types', () => {
  it('are blanked out, so that every line and column stays', async ({ expect }) => {
    expect(await strip('const a: number = 1;\n', 'export {};\n')).toEqual([
      'const a         = 1;\n',
      'export {};\n',
    ]);
  });

  it('stay in other files', async ({ expect }) => {
    const bytes = Buffer.from('{"a": 1}');
    expect(await stripper.strip([{ path: 'a.json', bytes }])).toEqual([{ path: 'a.json', bytes }]);
  });
});

describe('a work is left as it is', () => {
  it.for([
    ['that is no TypeScript', 'const a: = 1;'],
    ['that asks for more than blanking out', 'enum Shop { Open }'],
    ['that is too deep for the parser', `${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
  ])('%s, and the next one is not', async ([, text = ''], { expect }) => {
    expect(await strip('const a: number = 1;', text)).toBeUndefined();
    expect(await strip('let b: string;')).toEqual(['let b        ;']);
  });
});
