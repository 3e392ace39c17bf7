import { cp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { endlessProgram, isAlive, startedProgram } from '../fixtures/endless-program.ts';
import { PseudoTerminal } from '../fixtures/pseudo-terminal.ts';
import { until } from '../fixtures/wait.ts';

const lesson = 'lessons/01-first-span';
const src = `${lesson}/src`;
const solution = 'solutions/01-first-span/src';
const firstFailure = '✗ a tracer provider is registered';
const allPass = /All \d+ checks pass/;

describe('npm start in a terminal', { timeout: 60_000 }, () => {
  test('leads from the starter to the next lesson, one save at a time', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
    const opened = await terminal.shows(firstFailure);
    expect(opened).toContain(`Edit      ${src}/tracing.ts:`);
    expect(opened).not.toContain('n next');

    await world.take('tracing.ts');
    await terminal.shows('✓ a tracer provider is registered');
    await world.take('charge-order.ts');
    await terminal.shows('✓ one order makes one span');
    await world.take('main.ts');
    const done = await terminal.shows(allPass);
    expect(done).toContain('Learned   ');
    expect(done).toContain('n next lesson');

    await terminal.press('n');
    await terminal.shows(/^02-second-span/m);
    await terminal.shows(firstFailure);
    await terminal.press('q');
    await terminal.shows('ended with 0');
    expect(await clone.read('.tracelings/state.json')).toContain('"lesson": "02-second-span"');
  });

  test('gives one hint after the other, the first with the first verdict, and the next one in the next sitting', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
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
    await world.take('tracing.ts');
    expect(await terminal.shows('✓ a tracer provider is registered')).not.toContain('Hint');
  });

  test('does not move on before the lesson passes', async () => {
    await using world = await openWorld();
    await world.terminal.shows(firstFailure);
    await world.terminal.press('n');
    await world.take('tracing.ts');
    expect(await world.terminal.shows('✓ a tracer provider is registered')).toMatch(/^01-/m);
    // What the check that failed last needs has run first.
    await until('an early failure', async () =>
      (await world.terminal.bytes()).includes('checks after this one are still being asked'),
    );
  });

  test('shows a half-typed program as what it is, and what a program prints apart', async () => {
    await using world = await openWorld();
    await world.terminal.shows(firstFailure);
    await writeFile(world.clone.join(src, 'main.ts'), 'export async function main( {');
    const broken = await world.terminal.shows('! The program could not be checked.');
    expect(broken).toContain('The program could not be loaded');
    expect(broken).not.toContain('✗');
    const main = await world.clone.read(`${solution}/main.ts`);
    await world.clone.write(`${src}/main.ts`, `console.log('my own \\u001b[2J words');\n${main}`);
    const screen = await world.terminal.shows('│ my own  words');
    expect(screen).toContain(firstFailure);
    expect(screen).toContain('Your program printed (it is not judged):');
  });

  test('judges the last of many saves, an atomic rename, and a file that is deleted', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
    await terminal.shows(firstFailure);
    for (let save = 0; save < 10; save += 1) {
      await writeFile(clone.join(src, 'tracing.ts'), `export const save = ${save};`);
    }
    await world.take('tracing.ts');
    await terminal.shows('✓ a tracer provider is registered');

    await cp(clone.join(lesson, 'starter/tracing.ts'), clone.join(src, '.tracing.ts.swp'));
    await rename(clone.join(src, '.tracing.ts.swp'), clone.join(src, 'tracing.ts'));
    await terminal.shows(firstFailure);

    await rm(clone.join(src, 'main.ts'));
    const screen = await terminal.shows('has no main.ts');
    expect(screen).toContain('! The program could not be checked.');
  });

  test('waits for a folder that went away, and draws itself anew in a narrow terminal', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
    await terminal.shows(firstFailure);
    await rename(clone.join(src), clone.join(lesson, 'elsewhere'));
    await terminal.shows('is not there any more');
    expect(await readdir(clone.join(lesson))).not.toContain('src');
    await rename(clone.join(lesson, 'elsewhere'), clone.join(src));
    await terminal.shows(firstFailure);
    await terminal.resize(44, 60);
    await terminal.shows(/^01-first-span · A first span\n\n/);
    await terminal.shows(/checks after this one do not pass\nyet\. /);
  });
});

describe('the end of npm start', { timeout: 60_000 }, () => {
  test.for([
    ['q', 0],
    ['C-c', 0],
  ] as const)('by %s gives the terminal back as it was', async ([key, exitCode]) => {
    await using world = await openWorld();
    await world.terminal.shows(firstFailure);
    await world.terminal.press(key);
    await world.terminal.shows(`ended with ${exitCode}`);
    await world.terminal.type('stty -a | grep -o "[-]*icanon"; echo visible');
    await world.terminal.press('Enter');
    const screen = await world.terminal.shows(/^visible$/m);
    expect(screen).toMatch(/^icanon$/m);
  });

  test('by Ctrl-C in the middle of a check ends the learner’s program and touches no file', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
    await terminal.shows(firstFailure);
    await clone.write(`${src}/main.ts`, endlessProgram);
    const pid = await startedProgram(clone.join(src));
    await terminal.press('C-c');
    await terminal.shows('ended with 0');
    await until('the program to be gone', () => !isAlive(pid));
    expect(await clone.read(`${src}/main.ts`)).toBe(endlessProgram);
  });

  test('by a closed terminal leaves no process behind', async () => {
    await using world = await openWorld();
    const { clone, terminal } = world;
    await terminal.shows(firstFailure);
    await clone.write(`${src}/main.ts`, endlessProgram);
    const pid = await startedProgram(clone.join(src));
    await terminal[Symbol.asyncDispose]();
    await until('the program to be gone', () => !isAlive(pid));
    expect(await clone.read(`${src}/main.ts`)).toBe(endlessProgram);
  });
});

const colours = ['\u001B[1m', '\u001B[2m', '\u001B[31m', '\u001B[32m', '\u001B[36m'];

describe('what is written to the terminal', { timeout: 60_000 }, () => {
  test('is plain lines, one screen after another, where it is dumb', async () => {
    await using world = await openWorld('TERM=dumb');
    await world.terminal.shows('Ctrl-C ends it.');
    const bytes = await world.terminal.bytes();
    expect(fromHeading(bytes)).not.toContain('\u001B');
    await world.terminal.press('C-c');
    await world.terminal.shows('ended with 130');
  });

  test('has no colour with NO_COLOR, and keeps its keys, Ctrl-D among them', async () => {
    await using world = await openWorld('NO_COLOR=1');
    await world.terminal.shows('q quit');
    const bytes = await world.terminal.bytes();
    expect(colours.filter((colour) => bytes.includes(colour))).toStrictEqual([]);
    await world.terminal.press('C-d');
    await world.terminal.shows('ended with 0');
  });

  test('is one check, and no watching, on a build machine', async () => {
    await using world = await openWorld('CI=true');
    const screen = await world.terminal.shows('ended with 0');
    expect(screen).toContain('npm run check -- 01 checks again');
  });
});

async function openWorld(env = '') {
  const clone = await Clone.make();
  const terminal = await PseudoTerminal.open(clone);
  await terminal.command(clone, 'start', env);
  return {
    clone,
    terminal,
    /** Saves a file as the solution has it. */
    async take(name: string): Promise<void> {
      await writeFile(clone.join(src, name), await readFile(clone.join(solution, name)));
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await terminal[Symbol.asyncDispose]();
      await clone[Symbol.asyncDispose]();
    },
  };
}

/** The shell's own line is coloured by nobody, but its clear is an escape code. */
function fromHeading(bytes: string): string {
  return bytes.slice(bytes.lastIndexOf('01-first-span · '));
}
