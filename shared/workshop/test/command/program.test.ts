import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run, startCommand } from '../fixtures/command.ts';

let clone: Clone;
beforeAll(async () => {
  clone = await Clone.make();
});
afterAll(() => clone[Symbol.asyncDispose]());

describe('what was typed and cannot be done', () => {
  test('an unknown lesson', async () => {
    expect(await refusal('check', '99')).toMatchInlineSnapshot(`
      "There is no lesson "99".
      The lessons are: 01-first-span, 02-second-span.
      A lesson is named by its number (01) or by its folder (01-first-span).
      "
    `);
  });

  test('a lesson that is nearly named', async () => {
    expect(await refusal('check', 'spna-first')).toMatchInlineSnapshot(`
      "There is no lesson "spna-first". Did you mean 01-first-span?
      The lessons are: 01-first-span, 02-second-span.
      A lesson is named by its number (01) or by its folder (01-first-span).
      "
    `);
  });

  test('an unknown flag', async () => {
    expect(await refusal('check', '--jager')).toMatchInlineSnapshot(`
      "Unknown option '--jager'
      (Did you mean --jaeger?)
      What there is: npm run check -- --help
      "
    `);
  });

  test('an unknown command', async () => {
    expect(await refusal('chekc')).toMatchInlineSnapshot(`
      "Unknown command 'chekc'
      (Did you mean check?)
      What there is: npm run check -- --help
      "
    `);
  });

  test('no command', async () => {
    expect(await refusal()).toMatchInlineSnapshot(`
      "Usage: npm run <command> -- [options]

      Learn OpenTelemetry tracing by repairing small broken programs.

      Options:
        -h, --help                     display help for command

      Commands:
        start [lesson]                 Opens a lesson, and checks it again on every
                                       save.
        check [options] [lesson]       Checks one lesson once.
        hint [options] [lesson]        Gives the next hint for the check that fails
                                       first.
        diff [options] [lesson]        Compares yours with the solution, once the
                                       lesson passes.
        lessons                        Lists the lessons and how far each has come.
        reset [options] [lesson]       Puts the starter back and keeps your edits
                                       aside.
        trace [options] [lesson]       Shows the trace of the last run as a waterfall.
        doctor [options]               Says what this machine can and cannot do, and
                                       how to mend it.
        jaeger                         Runs a Jaeger in a container, and sends it what
                                       is checked meanwhile.
        studio [options] [lesson]      Watches a lesson and shows it in the browser
                                       alone.
        verify [options] [lessons...]  For authors: proves that lessons reject what is
                                       wrong and accept what is right.
        grade [options] <DIR...>       For instructors: grades submissions that nobody
                                       trusts, and writes reports.

      Examples:
        npm start                  the current lesson, checked again on every save
        npm run check -- 01        one lesson, once
        npm run check -- --help    everything that check can do
      "
    `);
  });

  test('a seed that is no number', async () => {
    expect(await refusal('check', '--seed', 'seven')).toMatchInlineSnapshot(`
      "Option '--seed <number>' argument 'seven' is invalid. It takes a whole number from 0, such as 7.
      What there is: npm run check -- --help
      "
    `);
  });

  test('no seeds to prove with', async () => {
    expect(await refusal('verify', '01', '--seeds', '0')).toMatchInlineSnapshot(`
      "Option '--seeds <number>' argument '0' is invalid. It takes a whole number from 1, such as 3.
      What there is: npm run verify -- --help
      "
    `);
  });

  test('one lesson and every lesson', async () => {
    expect(await refusal('check', '01', '--all')).toMatchInlineSnapshot(`
      "--all checks every lesson, so "01" beside it says two things.
      Leave one of them out.
      "
    `);
  });

  test('one folder for every lesson', async () => {
    expect(await refusal('check', '--all', '--subject', 'src')).toMatchInlineSnapshot(`
      "--subject names the sources of one lesson, and --all asks for every one.
      Name the lesson instead: npm run check -- 01 --subject src
      "
    `);
  });

  test('two lessons', async () => {
    expect(await refusal('check', '01', '02')).toMatchInlineSnapshot(`
      "Too many arguments for 'check'. Expected 1 argument but got 2: 01, 02.
      What there is: npm run check -- --help
      "
    `);
  });

  test('a flag without its value', async () => {
    expect(await refusal('check', '--subject')).toMatchInlineSnapshot(`
      "Option '--subject <dir>' argument missing
      What there is: npm run check -- --help
      "
    `);
  });
});

test('What the machine refuses is said with where to look for a mend.', async () => {
  await using inTheWay = await Clone.make();
  await mkdir(inTheWay.join('.tracelings'));
  await symlink('state.json', inTheWay.join('.tracelings/state.json'));
  const { exitCode, stderr } = await run(inTheWay, ['lessons']);
  expect(exitCode).toBe(2);
  expect(stderr.replace(inTheWay.path, '')).toMatchInlineSnapshot(`
    "ELOOP: too many symbolic links encountered, open '/.tracelings/state.json'
    This machine did not let it. npm run doctor says what is in the way, and how to mend it.
    "
  `);
});

test('A flag that npm kept for itself is missed, instead of a check without it.', async () => {
  const env = { npm_lifecycle_event: 'check', npm_config_jaeger: 'true' };
  const { exitCode, stderr } = await run(clone, ['check', '01'], env);
  expect(exitCode).toBe(2);
  expect(stderr).toMatchInlineSnapshot(`
    "npm kept --jaeger for itself. What is meant for check stands after a --:
    npm run check -- 01 --jaeger
    "
  `);
  const there = await run(clone, ['start'], { ...env, npm_lifecycle_event: 'start' });
  expect(there.exitCode).toBe(2);
  expect(there.stderr).toMatchInlineSnapshot(`
    "npm kept --jaeger for itself, and start has no such option.
    What there is: npm run start -- --help
    "
  `);
});

test('The help of every command has examples, fits 80 columns, and ends with 0.', async () => {
  const program = fileURLToPath(new URL('../fixtures/help-process.ts', import.meta.url));
  const all =
    `--help check diff doctor grade hint jaeger lessons reset start studio trace verify`.split(' ');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...all]);
  const said = stdout.split('\0').slice(0, -1);
  const helps = said.filter((_text, index) => index % 2 === 0);
  const exitCodes = said.filter((_text, index) => index % 2 === 1);
  expect(exitCodes).toStrictEqual(all.map(() => '0'));
  const withoutExample = all.filter(
    (_command, index) => !/^Examples?:\n {2}npm (run|start)/m.test(helps[index] ?? ''),
  );
  expect(withoutExample).toStrictEqual([]);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toStrictEqual([]);
});

test('Output that is closed early ends the command without a complaint.', async () => {
  const command = startCommand(clone, ['check', '01', '--json']);
  command.stdout.destroy();
  const chunks = await command.stderr.toArray();
  expect(chunks).toStrictEqual([]);
});

describe('npm run lessons', () => {
  test('lists every lesson', async () => {
    const { exitCode, stdout } = await run(clone, ['lessons']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('▸ 01-first-span');
    expect(stdout).toContain('  02-second-span');
    expect(stdout).toContain('0 of 2 lessons done.');
  });
});

/** The sentence that a person gets for what was typed; scripts get exit code 2 and no output. */
async function refusal(...typed: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(clone, typed);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  return stderr;
}
