import { jaegerForTests } from '@tracelings/jaeger';
import { chmod } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { PseudoTerminal } from '../fixtures/pseudo-terminal.ts';
import { until } from '../fixtures/wait.ts';

const opened = 'a tracer provider is registered';
const back = 'back to the lesson';

describe('the keys of a watched lesson', { timeout: 60_000 }, () => {
  test('l lists the lessons, narrows them down, and jumps', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    // Typed in one go: the list is there before the first letter is looked at.
    await terminal.type('lsecond');
    const narrowed = await terminal.shows('Which lesson? second');
    expect(narrowed).not.toContain('01-first-span');
    await terminal.press('Enter');
    await terminal.shows(/^02-second-span/m);
    await terminal.shows('q quit');
    await terminal.press('q');
    await terminal.shows('ended with 0');
  });

  test('s, o and ? show the walkthrough, the lesson to read, and every key', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    await terminal.press('s');
    await terminal.shows('s once more');
    await terminal.press('s');
    expect(await terminal.shows(back)).toContain('A first span: the walkthrough');
    await terminal.press('Escape');
    await terminal.shows('q quit');
    await terminal.press('o');
    expect(await terminal.shows(back)).toContain('lessons/01-first-span/README.md');
    await terminal.press('q');
    await terminal.shows('q quit');
    await terminal.press('?');
    const help = await terminal.shows(back);
    expect(help).toContain('h  the next hint for the check that fails          npm run hint');
    expect(help).toContain('solutions/01-first-span/README.md');
  });

  test('o hands the terminal to the editor, and opens the page where there is a browser', async () => {
    const editor = `EDITOR='printf "reading %s" "$1"; read answer; : '`;
    await using world = await openWorld(`BROWSER=./browser ${editor}`);
    const { clone, terminal } = world;
    await terminal.shows(/^Page /m);
    await terminal.press('o');
    await terminal.shows(/^reading .*lessons\/01-first-span\/README.md/m);
    await terminal.press('Enter');
    await terminal.shows('Opened lessons/01-first-span/README.md in your editor.');
    await terminal.press('o');
    await terminal.shows(/^reading .*lessons\/01-first-span\/README.md/m);
    await terminal.press('C-c');
    // An editor that was interrupted has shown nothing, so the lesson is to be read here.
    await terminal.shows(back);
    await terminal.press('q');
    await terminal.shows('q quit');

    await clone.write('browser', '#!/bin/sh\necho "$1" > visited\n');
    await chmod(clone.join('browser'), 0o755);
    await terminal.press('o');
    const [, page = ''] =
      /Opened (\S+) in your browser\./.exec(await terminal.shows(/in your browser\./)) ?? [];
    const visited = await until('the visit', () => clone.read('visited').catch(() => ''));
    expect(visited).toBe(`${page}\n`);
  });

  test('n and h say why there is nothing to do, and a long lesson scrolls', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
    await terminal.resize(80, 16);
    const whole = await terminal.shows('more below');
    expect(whole).toMatch(/^01-first-span/);
    expect(whole).toContain(`✗ ${opened}`);
    expect(whole).toContain('q quit');
    await terminal.press('End');
    expect(await terminal.shows('above')).toContain('src/main.ts:');
    await terminal.press('n');
    await terminal.shows('once every check passes');
    await clone.write('lessons/01-first-span/src/main.ts', 'export async function main( {');
    await terminal.shows('! The program could not be checked.');
    await terminal.press('h');
    await terminal.shows('Hints are for checks');
  });

  test('j says what is missing where no container engine is, and the loop goes on', async () => {
    await using world = await openWorld('TRACELINGS_JAEGER_BROKER= DOCKER_HOST=tcp://127.0.0.1:1');
    const { terminal } = world;
    await terminal.press('j');
    const screen = await terminal.shows('The container engine at');
    expect(screen).toContain(`✗ ${opened}`);
  });
});

const { available, title } = await jaegerForTests();

// oxlint-disable-next-line vitest/valid-title -- it says why the group is skipped, where it is
describe.skipIf(!available)(title('the key j on this machine'), { timeout: 60_000 }, () => {
  test('reads the same check from Jaeger, while other keys do not wait', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    await terminal.press('j');
    await terminal.press('?');
    await terminal.shows(back);
    await terminal.press('q');
    expect(await terminal.shows('This is what Jaeger has')).toContain(`✗ ${opened}`);
  });
});

async function openWorld(env = '') {
  const clone = await Clone.make();
  const terminal = await PseudoTerminal.open(clone);
  await terminal.command(clone, 'start', env);
  await terminal.shows(`✗ ${opened}`);
  return {
    clone,
    terminal,
    async [Symbol.asyncDispose](): Promise<void> {
      await terminal[Symbol.asyncDispose]();
      await clone[Symbol.asyncDispose]();
    },
  };
}
