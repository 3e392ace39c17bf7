import { execFileSync } from 'node:child_process';

import { expect, it } from 'vitest';

it('the entry for the watched process loads no package and few files', () => {
  const entry = new URL('../src/sdk.ts', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import(${JSON.stringify(entry)});
    console.log(JSON.stringify(loaded.map((url) => url.split('/trace-shape/').at(-1)).sort()));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
  expect(JSON.parse(output.toString())).toMatchInlineSnapshot(`
    [
      "src/otlp/words.ts",
      "src/otlp/writer.ts",
      "src/otlp/written-value.ts",
      "src/sdk.ts",
      "src/sdk/sdk-span.ts",
      "src/sdk/sdk-value.ts",
    ]
  `);
});
