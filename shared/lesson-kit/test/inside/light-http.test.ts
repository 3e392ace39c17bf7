import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';

const run = promisify(execFile);
const lightHttp = JSON.stringify(import.meta.resolve('../../src/inside/light-http.ts'));

/** Whether a subject that imports `node:http` has loaded `fetch`, after what comes before it. */
async function loadsFetch(before: string): Promise<unknown> {
  const source = `const { lightenHttp } = await import(${lightHttp});
${before}
const { createServer } = await import('node:http');
const loaded = process.moduleLoadList.includes('NativeModule internal/deps/undici/undici');
console.log(JSON.stringify({ loaded, server: typeof createServer, socket: typeof WebSocket }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  return JSON.parse(stdout);
}

describe.concurrent('an import of node:http', () => {
  it('loads fetch as Node has it', async ({ expect }) => {
    expect(await loadsFetch('')).toMatchObject({ loaded: true });
  });

  it('loads none where a scenario has taken the module', async ({ expect }) => {
    expect(await loadsFetch("process.getBuiltinModule('node:http'); lightenHttp();")).toEqual({
      loaded: false,
      server: 'function',
      socket: 'function',
    });
  });

  it('is left alone where a scenario has none', async ({ expect }) => {
    expect(await loadsFetch('lightenHttp();')).toMatchObject({ loaded: true });
  });
});
