import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../fixtures/scratch.ts';

const workshop = fileURLToPath(new URL('../../', import.meta.url));
const entry = join(workshop, 'bin/tracelings.js');
const pretendOldNode = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });",
)}`;

test('An old Node is told how to go on, with the exit code that counts against nobody.', async () => {
  const { code, stderr } = await execute(['--import', pretendOldNode, entry, 'check', '01']);
  expect(code).toBe(3);
  expect(stderr).toMatchInlineSnapshot(`
    "Tracelings needs Node 24 or newer, and this is Node 20.20.2.
    \`npm install\` brings a fitting one along, and npm's own commands use it. From the top folder:

      npm install
      npm start                  opens the current lesson
      npm run check -- 01        checks one lesson

    Still here after that? The install scripts were switched off, and the fitting Node is
    brought by one. Allow them for once with: npm rebuild node --ignore-scripts=false
    "
  `);
});

test('Where nothing is installed, it says how to do that.', async () => {
  await using scratch = await scratchFolder();
  for (const folder of ['bin', 'src']) {
    await cp(join(workshop, folder), join(scratch.path, folder), { recursive: true });
  }
  await writeFile(join(scratch.path, 'package.json'), '{"type":"module"}');
  const { code, stderr } = await execute([join(scratch.path, 'bin/tracelings.js'), 'start']);
  expect(code).toBe(3);
  expect(stderr).toMatchInlineSnapshot(`
    "Tracelings is not installed, or not whole: Cannot find package 'commander'. From the top folder:

      npm install
      npm start                  opens the current lesson
    "
  `);
});

test('A Node that fits gets to the command.', async () => {
  const { code, stdout } = await execute([entry, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('Usage: npm run <command>');
});

interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function execute(args: readonly string[]): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const child = execFile(process.execPath, args, (_error, stdout, stderr) =>
    resolve({ code: child.exitCode ?? -1, stdout, stderr }),
  );
  return promise;
}
