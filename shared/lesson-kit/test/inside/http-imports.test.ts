import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { WaitingProcess, launchRehearsed } from '../../src/index.ts';
import { runOf } from '../run-of.ts';
import { writeSubject } from '../written-subject.ts';

const run = promisify(execFile);
const httpImports = fileURLToPath(import.meta.resolve('../../src/inside/http-imports.ts'));

const hasLoadedFetch =
  "process.moduleLoadList.includes('NativeModule internal/deps/undici/undici')";

/** What a program says last, with and without what is to be loaded before it. */
async function said(program: string, preload = ['--import', httpImports]): Promise<unknown> {
  const words = [
    ...preload,
    '--input-type=module',
    '--eval',
    `${program}
console.log(JSON.stringify(said));`,
  ];
  const { stdout } = await run(process.execPath, words);
  return JSON.parse(stdout);
}

describe.concurrent('an import of node:http', () => {
  const program = `import http, { createServer } from 'node:http';
const said = { loaded: ${hasLoadedFetch}, server: typeof createServer, socket: typeof http.WebSocket };`;

  it('loads fetch as Node has it', async ({ expect }) => {
    expect(await said(program, [])).toMatchObject({ loaded: true });
  });

  it('loads none where a subject runs, and keeps all that it has', async ({ expect }) => {
    const all = { loaded: false, server: 'function', socket: 'function' };
    expect(await said(program)).toEqual(all);
    expect(await said(program.replace('node:http', 'http'))).toEqual(all);
  });
});

describe.concurrent('a program that imports node:http', () => {
  const program = `import { createServer } from 'node:http';
export const main = () => ({ loaded: ${hasLoadedFetch}, server: typeof createServer });`;
  const light = { loaded: false, server: 'function' };

  it('loads no fetch where the scenarios import nothing', async ({ expect }) => {
    expect((await runOf(program)).observed['answer']).toEqual(light);
  });

  it.for([
    "import { WebSocket, createServer as x } from 'node:http'; const named = WebSocket",
    "import * as http from 'http'; const named = http.WebSocket",
    "import http from 'node:http'; const named = http.WebSocket",
    "const { WebSocket: named } = await import('node:http')",
    "import { createRequire } from 'node:module'; const named = createRequire(import.meta.url)('http').WebSocket",
  ])('gets what is made with fetch as well, by %s', async (way, { expect }) => {
    const naming = `${way};
export const main = () => ({ socket: typeof named, isTheGlobal: named === globalThis.WebSocket });`;
    const files = { 'other.ts': naming };
    const main = "import { createServer } from 'node:http'; export * from './other.ts';";
    const found = { socket: 'function', isTheGlobal: true };
    expect((await runOf(main, { files })).observed['answer']).toEqual(found);
  });

  it('loads none either where the scenarios have imported it before', async ({ expect }) => {
    await using lesson = await writeSubject('', { 'scenarios.ts': "import 'node:http';" });
    const waiting = (): WaitingProcess => new WaitingProcess(launchRehearsed(lesson, 'errand'));
    expect((await runOf(program, { process: waiting })).observed['answer']).toEqual(light);
  });
});
