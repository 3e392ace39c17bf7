import { cp, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';
import { PseudoTerminal } from '../fixtures/pseudo-terminal.ts';

const lesson = 'lessons/01-first-span';
const mine = '// mine\n';

let opened: Clone;
beforeAll(async () => {
  opened = await Clone.make();
  await run(opened, ['start']);
});
afterAll(() => opened[Symbol.asyncDispose]());

describe('an update that changes a starter under existing edits', { timeout: 60_000 }, () => {
  test('is said once, keeps the edits, and is shown from both sides', async () => {
    await using clone = await updatedClone();
    const first = await run(clone, ['start']);
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatchInlineSnapshot(`
      "An update has changed the starter of 01-first-span since your copy was made.
      Your edits are as you left them. npm run diff -- 01 --pulled shows what changed,
      npm run diff -- 01 --starter shows yours beside the new one, and npm run reset
      -- 01 takes the new one and keeps your edits aside.
      "
    `);
    expect(await clone.read(`${lesson}/src/notes.ts`)).toBe(mine);
    expect((await run(clone, ['check'])).stderr).toBe('');
    const pulled = await run(clone, ['diff', '--pulled']);
    expect(pulled.stdout).toMatchInlineSnapshot(`
      "- the starter that your copy was made from   + the starter of today
      --- /dev/null
      +++ lessons/01-first-span/starter/new.ts
      @@ -0,0 +1 @@
      +export const pulled = true;
      "
    `);
    const own = (await run(clone, ['diff', '--starter'])).stdout;
    expect(own).toContain('--- lessons/01-first-span/starter/new.ts\n+++ /dev/null');
  });

  test('is said by check too, and never in the way of --json or of another folder', async () => {
    await using clone = await updatedClone();
    const quiet = [
      ['check', '--json'],
      ['check', '--subject', `${lesson}/starter`],
    ];
    for (const typed of quiet) expect((await run(clone, typed)).stderr).toBe('');
    expect((await run(clone, ['check'])).stderr).toContain('An update has changed the starter');
  });

  test('is no news any more once the new starter was taken', async () => {
    await using clone = await updatedClone();
    await run(clone, ['reset', '--yes']);
    expect((await run(clone, ['start'])).stderr).toBe('');
    expect((await run(clone, ['diff', '--pulled'])).stdout).toBe(
      'The starter of 01-first-span is the one that your copy was made from, to the letter.\n',
    );
  });

  test('is told from the next one on where an earlier workshop noted no starter', async () => {
    await using clone = await updatedClone();
    await clone.write('.tracelings/state.json', '{"version":1,"done":[],"checks":{}}');
    expect((await run(clone, ['start'])).stderr).toBe('');
    await clone.write(`${lesson}/starter/new.ts`, 'export const pulled = 2;\n');
    expect((await run(clone, ['start'])).stderr).toContain('An update has changed the starter');
  });

  test('cannot be shown where the old starter is gone, and says what can', async () => {
    await using clone = await updatedClone();
    await rm(clone.join('.tracelings/starters'), { recursive: true });
    const { exitCode, stderr } = await run(clone, ['diff', '--pulled']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "The starter that your copy of 01-first-span was made from was not kept, so what changed in it cannot be shown. npm run diff -- 01 --starter shows yours beside the one of today.
      "
    `);
  });

  test('cannot be shown later where the starter could not be kept, and nothing else is lost', async () => {
    await using clone = await updatedClone();
    await rm(clone.join('.tracelings/starters'), { recursive: true });
    await clone.write('.tracelings/starters', 'A file in the place of the folder.\n');
    const { exitCode, stdout } = await run(clone, ['reset', '--yes']);
    expect(stdout).toContain('01-first-span: the starter is back. Your edits are');
    expect(exitCode).toBe(0);
    expect((await run(clone, ['diff', '--pulled'])).stderr).toContain('was not kept');
  });

  test('stands on the watched lesson with a key that shows both sides', async () => {
    await using clone = await updatedClone();
    await using terminal = await PseudoTerminal.open(clone);
    await terminal.command(clone, 'start');
    await terminal.shows('u update');
    expect(await terminal.shows('✗ ')).toContain('An update has changed the starter');
    await terminal.press('u');
    const page = await terminal.shows('back to the lesson');
    expect(page).toContain('+++ lessons/01-first-span/starter/new.ts');
    expect(page).toContain('+++ lessons/01-first-span/src/notes.ts');
  });
});

/** Opened and edited; then a file came into the starter. */
async function updatedClone(): Promise<Clone> {
  const clone = await Clone.make();
  for (const folder of [`${lesson}/src`, '.tracelings']) {
    await cp(opened.join(folder), clone.join(folder), { recursive: true });
  }
  await clone.write(`${lesson}/src/notes.ts`, mine);
  await clone.write(`${lesson}/starter/new.ts`, 'export const pulled = true;\n');
  return clone;
}
