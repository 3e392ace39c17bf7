import { jaegerForTests } from '@tracelings/jaeger';
import { chmod, readdir, rename } from 'node:fs/promises';
import process from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../fixtures/wait.ts';
import { WatchedLesson, firstFailure } from '../fixtures/watched-lesson.ts';

const back = 'back to the lesson';

describe('the keys of a watched lesson, in one sitting:', { timeout: 60_000 }, () => {
  let watched: WatchedLesson;
  beforeAll(async () => {
    watched = await WatchedLesson.open();
    await watched.terminal.shows(firstFailure);
  });
  beforeEach(() => watched.startOver());
  afterAll(() => watched[Symbol.asyncDispose]());

  test('s, o and ? show the walkthrough, the lesson to read, and every key', async () => {
    const { terminal } = watched;
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
    await terminal.press('q');
    await terminal.shows('q quit');
    await terminal.resize(60, 40);
    await terminal.press('?');
    expect(await terminal.shows(back)).toContain('check that fails\n   npm run hint\n');
    await terminal.press('q');
    await terminal.shows('q quit');
  });

  test('n, u and h say why there is nothing to do, and a long lesson scrolls', async () => {
    const { clone, terminal, src } = watched;
    await terminal.resize(80, 16);
    const whole = await terminal.shows('more below');
    expect(whole).toMatch(/^01-first-span/);
    expect(whole).toContain(firstFailure);
    expect(whole).toContain('q quit');
    await terminal.press('End');
    expect(await terminal.shows('above')).toContain('src/main.ts:');
    await terminal.press('n');
    await terminal.shows('once every check passes');
    await terminal.press('u');
    await terminal.shows('is the one that your copy was made from');
    await clone.write(`${src}/main.ts`, 'export async function main( {');
    await terminal.shows('! The program could not be checked.');
    await terminal.press('h');
    await terminal.shows('Hints are for checks');
  });

  test('t draws the trace of the last run', async () => {
    const { clone, terminal } = watched;
    for (const name of await readdir(clone.join('solutions/01-first-span/src'))) {
      await watched.take(name);
    }
    await terminal.shows(/All \d+ checks pass/);
    await terminal.press('t');
    const screen = await terminal.shows(back);
    expect(screen).toMatch(/^charge order █+ +[\d.]+ ms$/m);
    expect(screen).toContain('shop.order.id = "order-');
    await terminal.press('q');
    await terminal.shows('q quit');
  });

  test('d shows what was changed, a page at a time', async () => {
    const { clone, terminal, src } = watched;
    await terminal.resize(100, 20);
    await clone.write(`${src}/main.ts`, 'export const mine = 1;\n'.repeat(30));
    await terminal.shows('! The program could not be checked.');
    await terminal.press('d');
    await terminal.shows('- the starter   + yours');
    await terminal.shows('more lines below');
    await terminal.press('G');
    expect(await terminal.shows('· the end')).toContain('- the starter   + yours');
    await terminal.press('q');
    await terminal.shows('q quit');

    const starter = clone.join('lessons/01-first-span/starter');
    await rename(starter, `${starter}-elsewhere`);
    await terminal.press('d');
    await terminal.shows('That could not be done: ENOENT');
    await rename(`${starter}-elsewhere`, starter);
  });

  test('x asks, and puts the starter back', async () => {
    const { clone, terminal, src } = watched;
    await clone.write(`${src}/main.ts`, '// mine, all mine\n');
    await terminal.shows('! The program could not be checked.');
    await terminal.press('x');
    await terminal.shows('y yes · any other key no');
    await terminal.press('n');
    await terminal.shows('Nothing was changed.');
    expect(await clone.read(`${src}/main.ts`)).toBe('// mine, all mine\n');
    // Typed in one go: the question is there before the answer is looked at.
    await terminal.type('xy');
    await terminal.shows('the starter is back.');
    await terminal.shows(firstFailure);
    const folders = await readdir(clone.join('lessons/01-first-span'));
    const kept = folders.find((name) => name.startsWith('src.'));
    expect(await clone.read(`lessons/01-first-span/${kept}/main.ts`)).toBe('// mine, all mine\n');
  });

  test('l lists the lessons, narrows them down, and jumps', async () => {
    const { terminal } = watched;
    await terminal.type('lsecond');
    const narrowed = await terminal.shows('Which lesson? second');
    expect(narrowed).not.toContain('01-first-span');
    await terminal.press('Enter');
    await terminal.shows(/^02-second-span/m);
    await terminal.shows('q quit');
    await terminal.press('q');
    await terminal.shows('ended with 0');
  });
});

const editor = `EDITOR='printf "reading %s" "$1"; read answer; : '`;
const noEngine = 'TRACELINGS_JAEGER_BROKER= DOCKER_HOST=tcp://127.0.0.1:1';

describe('keys that need more than the terminal, in one sitting:', { timeout: 60_000 }, () => {
  let watched: WatchedLesson;
  beforeAll(async () => {
    watched = await WatchedLesson.open(`BROWSER=./browser ${editor} ${noEngine}`);
    await watched.terminal.shows(firstFailure);
  });
  afterAll(() => watched[Symbol.asyncDispose]());

  test('o hands the terminal to the editor, Ctrl-C with it', async () => {
    const { terminal } = watched;
    await terminal.shows(/^Page /m);
    await terminal.press('o');
    await terminal.shows(/^reading .*lessons\/01-first-span\/README.md/m);
    await terminal.press('Enter');
    await terminal.shows('Opened lessons/01-first-span/README.md in your editor.');
    await terminal.press('o');
    await terminal.shows(/^reading .*lessons\/01-first-span\/README.md/m);
    await terminal.press('C-c');
    // An editor that was interrupted has shown nothing, so the lesson is to be read here.
    expect(await terminal.shows(back)).toContain('lessons/01-first-span/README.md');
    // Where npm's shell gives way to its command, npm hands the same Ctrl-C on, some time later.
    const [command = 0] = await terminal.started();
    process.kill(command, 'SIGINT');
    await terminal.press('q');
    await terminal.shows('q quit');
    await terminal.press('?');
    await terminal.shows(back);
    await terminal.press('q');
    await terminal.shows('q quit');
  });

  test('o opens the page where there is a browser', async () => {
    const { clone, terminal } = watched;
    await clone.write('browser', '#!/bin/sh\necho "$1" > visited\n');
    await chmod(clone.join('browser'), 0o755);
    await terminal.press('o');
    const [, page = ''] =
      /Opened (\S+) in your browser\./.exec(await terminal.shows(/in your browser\./)) ?? [];
    const visited = await until('the visit', async () => {
      const text = await clone.read('visited').catch(() => '');
      return text !== '' && text;
    });
    expect(visited).toBe(`${page}\n`);
  });

  test('j says what is missing where no container engine is, and the loop goes on', async () => {
    const { terminal } = watched;
    await terminal.press('j');
    const screen = await terminal.shows('The container engine at');
    expect(screen).toContain(firstFailure);
  });
});

const { available, title } = await jaegerForTests();

// oxlint-disable-next-line vitest/valid-title -- it says why the group is skipped, where it is
describe.skipIf(!available)(title('the key j on this machine'), { timeout: 60_000 }, () => {
  test('reads the same check from Jaeger, while other keys do not wait', async () => {
    await using watched = await WatchedLesson.open();
    const { terminal } = watched;
    await terminal.shows(firstFailure);
    await terminal.press('j');
    await terminal.press('?');
    await terminal.shows(back);
    await terminal.press('q');
    expect(await terminal.shows('This is what Jaeger has')).toContain(firstFailure);
  });
});
