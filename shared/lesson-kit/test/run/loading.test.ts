import { describe, it } from 'vitest';
import { runOf, toldOf } from '../run-of.ts';

describe.concurrent('nothing is checked of a program that', () => {
  it('throws while it is imported', async ({ expect }) => {
    const evidence = await runOf(`
throw new TypeError('no shop today');
export function main() {}
`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: TypeError: no shop today, at main.ts:2
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('holds a syntax error', async ({ expect }) => {
    const evidence = await runOf(`
export function main() {
  const order = ;
}
`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: SyntaxError: Expression expected, at main.ts:3
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('imports a file with a syntax error', async ({ expect }) => {
    const evidence = await runOf(`export { main } from './work.ts';`, {
      files: { 'work.ts': 'export function main() {\n  return [1, 2;\n}\n' },
    });
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: SyntaxError: Expected ',', got ';', at work.ts:2
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('uses syntax that Node cannot strip', async ({ expect }) => {
    const evidence = await runOf(`
enum Size { Small, Large }
export function main() { return Size.Small; }
`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: SyntaxError: TypeScript enum is not supported in strip-only mode, at main.ts:2
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('lacks the export', async ({ expect }) => {
    const evidence = await runOf('export function mian() {}\nexport const size = 1;');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: it must export "main", but it exports mian, size
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('exports nothing', async ({ expect }) => {
    expect(toldOf(await runOf('const size = 1;'))).toMatchInlineSnapshot(`
      "The program could not be loaded: it must export "main", but it exports nothing
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('imports a name that a file does not export', async ({ expect }) => {
    const evidence = await runOf(`import { work } from './work.ts'; export const main = work;`, {
      files: { 'work.ts': 'export const wrok = () => {};' },
    });
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: SyntaxError: The requested module './work.ts' does not provide an export named 'work', at main.ts:1
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('imports a type without saying so', async ({ expect }) => {
    const evidence = await runOf(
      `import { TracerProvider, SpanExporter } from '@opentelemetry/sdk-trace';\nexport const main = (exporter: SpanExporter) => new TracerProvider();`,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: SyntaxError: The requested module '@opentelemetry/sdk-trace' does not provide an export named 'SpanExporter', at main.ts:1
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('imports a file that is not there', async ({ expect }) => {
    const evidence = await runOf(`import './trcing.ts';\nexport function main() {}`);
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: Error: Cannot find module 'trcing.ts' imported from main.ts
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('imports a package that is not installed', async ({ expect }) => {
    const evidence = await runOf(
      `import '@opentelemetry/sdk-node-trace';\nexport function main() {}`,
    );
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program could not be loaded: Error: Cannot find package '@opentelemetry/sdk-node-trace' imported from main.ts
      Nothing was checked yet. Mend main.ts or what it imports, and save again."
    `);
  });

  it('never comes to an end of its import', async ({ expect }) => {
    const evidence = await runOf('await new Promise(() => {});\nexport function main() {}');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program ended while it still awaited something that nothing was left to resolve.
      Look for a promise whose resolve is never called."
    `);
  });

  it('leaves while it is imported', async ({ expect }) => {
    const evidence = await runOf('process.exit(0);\nexport function main() {}');
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program left by process.exit(0) before its work was done.
      Let it come to its end by itself."
    `);
  });

  it('loops while it is imported', async ({ expect }) => {
    const evidence = await runOf('for (;;);\nexport function main() {}', { limitMs: 1000 });
    expect(toldOf(evidence)).toMatchInlineSnapshot(`
      "The program was still running after 1 second, which is the limit, so it was ended.
      Look for a loop that never ends, or for something awaited that never comes."
    `);
  });
});
