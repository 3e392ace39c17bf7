import { once } from 'node:events';
import { cp, readdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Clone } from '../../../workshop/test/fixtures/clone.ts';
import { run, startCommand } from '../../../workshop/test/fixtures/command.ts';
import { fileBrowser } from '../fixtures/file-browser.ts';

const src = 'lessons/01-first-span/src';
const solved = 'solutions/01-first-span/src';

describe('somebody with the page', { timeout: 120_000 }, () => {
  const openTab = fileBrowser();

  test('reads, saves, takes a hint, repairs, breaks, passes, goes on, and comes back to start over', async () => {
    await using clone = await Clone.make();
    await using command = studioIn(clone);
    await using tab = await openTab({ url: await command.url() });
    const { page } = tab;
    await page.getByRole('heading', { name: 'A first span' }).waitFor();
    await page.locator('.headline', { hasText: /^0 of \d+ checks pass/ }).waitFor();
    await page.getByRole('heading', { name: 'a tracer provider is registered' }).waitFor();
    await page.getByText('No span was made in this run.').waitFor();

    await page.getByRole('button', { name: 'Show a hint' }).click();
    await page.getByText('A question', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show the next hint' }).click();
    await page.getByText('A pointer', { exact: true }).waitFor();

    await clone.write(`${src}/tracing.ts`, await clone.read(`${solved}/tracing.ts`));
    await page
      .getByRole('heading', { name: 'a tracer provider is registered' })
      .waitFor({ state: 'detached' });

    await clone.write(`${src}/tracing.ts`, 'export function startTracing( {');
    await page.getByText('The program could not be checked').waitFor();
    await page.getByRole('heading', { name: 'What stopped it', exact: true }).waitFor();

    await cp(clone.join(solved), clone.join(src), { recursive: true, force: true });
    await page.locator('.headline', { hasText: /^All \d+ checks pass/ }).waitFor();
    await page.locator('.grid .row', { hasText: 'charge order' }).first().waitFor();
    await page.getByRole('button', { name: /^Lesson 01, .*, done$/ }).waitFor();

    await page.getByRole('button', { name: /^Next: / }).click();
    await page.getByText('Lesson 02 ·').waitFor();
    await page.locator('.headline', { hasText: /^0 of \d+ checks pass/ }).waitFor();
    expect(await clone.read('.tracelings/state.json')).toContain('"lesson": "02-second-span"');

    await page.getByRole('button', { name: /^Lesson 01/ }).click();
    await page.locator('.headline', { hasText: /^All \d+ checks pass/ }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put the starter back' }).click();
    await page.locator('.headline', { hasText: /^0 of \d+ checks pass/ }).waitFor();
    const starter = await clone.read('lessons/01-first-span/starter/tracing.ts');
    expect(await clone.read(`${src}/tracing.ts`)).toBe(starter);
    const folders = await readdir(clone.join('lessons/01-first-span'));
    const kept = folders.find((name) => name.startsWith('src.'));
    expect(await clone.read(`lessons/01-first-span/${kept}/tracing.ts`)).not.toBe(starter);
    expect(tab.complaints).toEqual([]);
  });

  test('sees a class while it is graded', async () => {
    await using clone = await Clone.make();
    await using command = studioIn(clone, '--class', 'reports');
    await using tab = await openTab({ url: await command.url() });
    const { page } = tab;
    await page.getByText('Nothing is graded yet').waitFor();
    await cp(clone.join(solved), clone.join('class/ada/01-first-span'), { recursive: true });
    await clone.write('class/bob/01-first-span/main.ts', 'export const main = 1;\n');
    const graded = run(clone, ['grade', 'class', '--trust', '--no-cache', '--out', 'reports']);
    await page.getByRole('heading', { name: '2 learners, 1 lesson' }).waitFor();
    expect(await page.getByRole('row', { name: 'ada' }).locator('.is-passed').count()).toBe(1);
    await page.getByRole('row', { name: 'ada' }).locator('.is-passed').click();
    await page.locator('.room-grade .row', { hasText: 'charge order' }).first().waitFor();
    expect((await graded).exitCode).toBe(0);
    expect(tab.complaints).toEqual([]);
  });
});

interface StudioCommand extends AsyncDisposable {
  /** Where the page is, once the command has said so. */
  readonly url: () => Promise<string>;
}

function studioIn(clone: Clone, ...typed: readonly string[]): StudioCommand {
  const command = startCommand(clone, ['studio', ...typed]);
  const said = urlIn(command.stdout);
  return {
    url: () => said,
    async [Symbol.asyncDispose]() {
      command.kill('SIGINT');
      if (command.exitCode === null) await once(command, 'exit');
    },
  };
}

async function urlIn(stdout: Readable): Promise<string> {
  let text = '';
  for await (const part of stdout) {
    text += String(part);
    const url = /http:\/\/\S+/.exec(text)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`The command named no page:\n${text}`);
}
