import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endlessProgram, isAlive, startedProgram } from '../fixtures/endless-program.ts';
import { until } from '../fixtures/wait.ts';
import { WatchedLesson, firstFailure } from '../fixtures/watched-lesson.ts';

const lesson = 'lessons/01-first-span';
const solution = 'solutions/01-first-span/src';
const allPass = /All \d+ checks pass/;

describe('npm start in a terminal', { timeout: 60_000 }, () => {
  test('leads from the starter to the next lesson, one save at a time, and never by itself', async () => {
    await using watched = await WatchedLesson.open();
    const { clone, terminal, src } = watched;
    const opened = await terminal.shows(firstFailure);
    expect(opened).toContain(`Edit      ${src}/tracing.ts:`);
    expect(opened).not.toContain('n next');
    await terminal.press('n');
    await terminal.shows('once every check passes');

    await watched.take('tracing.ts');
    expect(await terminal.shows('✓ a tracer provider is registered')).toMatch(/^01-/m);
    await watched.take('charge-order.ts');
    await terminal.shows('✓ one order makes one span');
    await watched.take('main.ts');
    const done = await terminal.shows(allPass);
    expect(done).toContain('Learned   ');
    expect(done).toContain('n next lesson');

    await terminal.press('n');
    await terminal.shows(/^02-second-span/m);
    await terminal.shows(firstFailure);
    await watched.take('tracing.ts', 'lessons/02-second-span/src');
    await terminal.shows('✓ a tracer provider is registered');
    // What the check that failed last needs has run first.
    await until('an early failure', async () =>
      (await terminal.bytes()).includes('checks after this one are still being asked'),
    );
    await terminal.press('q');
    await terminal.shows('ended with 0');
    await expectTerminalBack(watched);
    expect(await clone.read('.tracelings/state.json')).toContain('"lesson": "02-second-span"');
  });

  test('gives one hint after the other, the first with the first verdict, and the next one in the next sitting', async () => {
    await using watched = await WatchedLesson.open();
    const { clone, terminal } = watched;
    await terminal.press('h');
    await terminal.shows('Hint 1 of 3: a tracer provider is registered');
    await terminal.press('q');
    await terminal.shows('ended with 0');
    await terminal.command(clone, 'start');
    await terminal.shows(firstFailure);
    await terminal.press('h');
    await terminal.shows('Hint 2 of 3');
    await terminal.press('h');
    await terminal.press('h');
    const last = await terminal.shows('Hint 3 of 3');
    expect(last).toContain('solutions/01-first-span/README.md walks through a');
    expect(last).not.toContain('h hint');
    expect(last).toContain('s walkthrough');
    await terminal.press('h');
    await terminal.shows('That was the last hint there is. s shows');
    await watched.take('tracing.ts');
    expect(await terminal.shows('✓ a tracer provider is registered')).not.toContain('Hint');
  });
});

describe('one sitting without colour, whatever happens to the files,', { timeout: 60_000 }, () => {
  let watched: WatchedLesson;
  beforeAll(async () => {
    watched = await WatchedLesson.open('NO_COLOR=1');
    await watched.terminal.shows(firstFailure);
  });
  beforeEach(() => watched.startOver());
  afterAll(() => watched[Symbol.asyncDispose]());

  test('shows a half-typed program as what it is, and what a program prints apart', async () => {
    const { clone, terminal, src } = watched;
    await writeFile(clone.join(src, 'main.ts'), 'export async function main( {');
    const broken = await terminal.shows('! The program could not be checked.');
    expect(broken).toContain('The program could not be loaded');
    expect(broken).not.toContain('✗');
    const main = await clone.read(`${solution}/main.ts`);
    await clone.write(`${src}/main.ts`, `console.log('my own \\u001b[2J words');\n${main}`);
    const screen = await terminal.shows('│ my own  words');
    expect(screen).toContain(firstFailure);
    expect(screen).toContain('Your program printed (it is not judged):');
  });

  test('judges the last of many saves, an atomic rename, and a file that is deleted', async () => {
    const { clone, terminal, src } = watched;
    for (let save = 0; save < 10; save += 1) {
      await writeFile(clone.join(src, 'tracing.ts'), `export const save = ${save};`);
    }
    await watched.take('tracing.ts');
    await terminal.shows('✓ a tracer provider is registered');

    await cp(clone.join(lesson, 'starter/tracing.ts'), clone.join(src, '.tracing.ts.swp'));
    await rename(clone.join(src, '.tracing.ts.swp'), clone.join(src, 'tracing.ts'));
    await terminal.shows(firstFailure);

    await rm(clone.join(src, 'main.ts'));
    const screen = await terminal.shows('has no main.ts');
    expect(screen).toContain('! The program could not be checked.');
  });

  test('waits for a folder that went away, and draws itself anew in a narrow terminal', async () => {
    const { clone, terminal, src } = watched;
    await rename(clone.join(src), clone.join(lesson, 'elsewhere'));
    await terminal.shows('is not there any more');
    for (const key of ['h', 'd', 'j']) {
      await terminal.press(key);
      await terminal.shows('is not there, and this key');
      await terminal.press('n');
      await terminal.shows('n goes on to the next lesson');
    }
    expect(await clone.read('.tracelings/state.json')).not.toContain('"registered": 1');
    expect(await readdir(clone.join(lesson))).not.toContain('src');
    await rename(clone.join(lesson, 'elsewhere'), clone.join(src));
    await terminal.shows(firstFailure);
    await terminal.resize(44, 60);
    await terminal.shows(/^01-first-span · A first span\n\n/);
    await terminal.shows(/checks after this one do not pass\nyet\. /);
  });

  test('puts a fresh copy of the starter where the folder was deleted', async () => {
    const { clone, terminal, src } = watched;
    await rm(clone.join(src), { recursive: true });
    await terminal.shows('x fresh copy');
    await terminal.press('x');
    await terminal.shows('Put a fresh copy of the starter in lessons/01-first-span/src? y yes');
    await terminal.press('y');
    await terminal.shows('src is a fresh copy of the starter.');
    await terminal.shows(firstFailure);
    expect(await clone.read(`${src}/main.ts`)).toBe(await clone.read(`${lesson}/starter/main.ts`));
  });

  test('has written no colour to its end by Ctrl-D', async () => {
    const { terminal } = watched;
    const bytes = await terminal.bytes();
    expect(colours.filter((colour) => bytes.includes(colour))).toStrictEqual([]);
    await terminal.press('C-d');
    await terminal.shows('ended with 0');
  });
});

const colours = ['\u001B[1m', '\u001B[2m', '\u001B[31m', '\u001B[32m', '\u001B[36m'];

describe('the end of npm start in the middle of a check', { timeout: 60_000 }, () => {
  test('by Ctrl-C ends the learner’s program, touches no file, and gives the terminal back', async () => {
    await using watched = await WatchedLesson.open();
    const pid = await startEndlessCheck(watched);
    await watched.terminal.press('C-c');
    await watched.terminal.shows('ended with 0');
    await until('the program to be gone', () => !isAlive(pid));
    expect(await watched.clone.read(`${watched.src}/main.ts`)).toBe(endlessProgram);
    await expectTerminalBack(watched);
  });

  test('by a closed terminal leaves no process behind', async () => {
    await using watched = await WatchedLesson.open();
    const pid = await startEndlessCheck(watched);
    await watched.terminal[Symbol.asyncDispose]();
    await until('the program to be gone', () => !isAlive(pid));
    expect(await watched.clone.read(`${watched.src}/main.ts`)).toBe(endlessProgram);
  });
});

describe('what is written to the terminal', { timeout: 60_000 }, () => {
  test('is plain lines, one screen after another, where it is dumb', async () => {
    await using watched = await WatchedLesson.open('TERM=dumb');
    await watched.terminal.shows('Ctrl-C ends it.');
    const bytes = await watched.terminal.bytes();
    expect(fromHeading(bytes)).not.toContain('\u001B');
    expect(bytes.split(firstFailure)).toHaveLength(2);
    expect(bytes).toContain('Page      http://127.0.0.1:');
    await watched.terminal.press('C-c');
    await watched.terminal.shows('ended with 130');
  });

  test('is one check, and no watching, on a build machine', async () => {
    await using watched = await WatchedLesson.open('CI=true');
    const screen = await watched.terminal.shows('ended with 0');
    expect(screen).toContain('npm run check -- 01 checks again');
  });
});

async function startEndlessCheck({ clone, terminal, src }: WatchedLesson): Promise<number> {
  await terminal.shows(firstFailure);
  await clone.write(`${src}/main.ts`, endlessProgram);
  return await startedProgram(clone.join(src));
}

async function expectTerminalBack({ terminal }: WatchedLesson): Promise<void> {
  await terminal.shows(/^ready:\s*$/m);
  await terminal.type('stty -a | grep -o "[-]*icanon"; echo visible');
  await terminal.press('Enter');
  expect(await terminal.shows(/^visible$/m)).toMatch(/^icanon$/m);
}

/** The shell's own line is coloured by nobody, but its clear is an escape code. */
function fromHeading(bytes: string): string {
  return bytes.slice(bytes.lastIndexOf('01-first-span · '));
}
