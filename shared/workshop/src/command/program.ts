import type { GradeOptions } from '@tracelings/grader';
import { Command, CommanderError } from 'commander';
import process from 'node:process';
import type { CheckOptions } from './check.ts';
import type { DiffOptions } from './diff.ts';
import type { DoctorOptions } from './doctor.ts';
import { explainFailure } from './failure.ts';
import { remark, writeFolded } from './folded.ts';
import { helpTexts } from './help-texts.ts';
import type { HintOptions } from './hint.ts';
import { collected, count, wholeNumber } from './option.ts';
import { explainSwallowedFlag } from './swallowed-flag.ts';
import type { ResetOptions } from './reset.ts';
import type { TraceOptions } from './trace.ts';
import type { VerifyOptions } from './verify.ts';

const couldNotRun = 2;

/** Runs what was typed and gives the exit code. Each command is loaded only when it is used. */
export async function runCommand(typed: readonly string[], signal: AbortSignal): Promise<number> {
  let exitCode = 0;
  const program = tracelings((code) => (exitCode = code), signal);
  const swallowed = explainSwallowedFlag(process.env, (command, flag) =>
    hasOption(program, command, flag),
  );
  if (swallowed !== undefined) {
    remark(swallowed);
    return couldNotRun;
  }
  try {
    await program.parseAsync(typed, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNotRun;
    if (!signal.aborted) remark(explainFailure(error));
    return couldNotRun;
  }
}

function hasOption({ commands }: Command, name: string, flag: string): boolean {
  const named = commands.find((command) => command.name() === name);
  return named?.options.some((option) => option.name() === flag) ?? false;
}

type Done = (exitCode: number) => void;

function tracelings(done: Done, signal: AbortSignal): Command {
  const program = new Command('npm run')
    .description('Learn OpenTelemetry tracing by repairing small broken programs.')
    .usage('<command> -- [options]')
    .addHelpText('after', helpTexts.program)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(asSentence(text)),
      writeOut: (text) => writeFolded(text, process.stdout),
      writeErr: (text) => writeFolded(text, process.stderr),
    })
    .helpCommand(false);
  addStart(program, done, signal);
  addCheck(program, done, signal);
  addHint(program, done, signal);
  addDiff(program, done, signal);
  addLessons(program, done);
  addReset(program, done, signal);
  addTrace(program, done, signal);
  addDoctor(program, done, signal);
  addJaeger(program, done, signal);
  addStudio(program, done, signal);
  addVerify(program, done, signal);
  addGrade(program, done, signal);
  for (const command of program.commands) {
    command
      .copyInheritedSettings(program)
      .showHelpAfterError(`What there is: npm run ${command.name()} -- --help`);
  }
  return program.showHelpAfterError('What there is: npm run check -- --help');
}

/** commander begins with "error:" and a small letter. */
function asSentence(text: string): string {
  const rest = text.replace(/^error: /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function addStart(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('start')
    .description('Opens a lesson, and checks it again on every save.')
    .usage('-- [lesson]')
    .argument('[lesson]', 'its number or its name; the current lesson unless told')
    .addHelpText('after', helpTexts.start)
    .action(async (lesson: string | undefined) => {
      const { start } = await import('./start.ts');
      done(await start(lesson, signal));
    });
}

function addCheck(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('check')
    .description('Checks one lesson once.')
    .usage('-- [lesson] [options]')
    .argument('[lesson]', 'its number or its name; the current lesson unless told')
    .option('--jaeger', 'read the trace from a real Jaeger, in a container')
    .option('--json', 'print the verdict as one JSON object and nothing else')
    .option('--subject <dir>', 'check this folder instead of your copy of the starter')
    .option('--seed <number>', 'draw the same inputs again, as a verdict names them', wholeNumber)
    .option('--all', 'check every lesson; with --json, one object a line')
    .option('--keep', 'with --all: write a result to keep, where every lesson passes')
    .addHelpText('after', helpTexts.check)
    .action(async (lesson: string | undefined, options: CheckOptions) => {
      const { check } = await import('./check.ts');
      done(await check(lesson, options, signal));
    });
}

function addHint(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('hint')
    .description('Gives the next hint for the check that fails first.')
    .usage('-- [lesson] [options]')
    .argument('[lesson]', 'its number or its name; the current lesson unless told')
    .option('--check <id>', 'a hint for this check, whether it fails or not')
    .option('--level <number>', 'this hint of the three instead of the next', count)
    .addHelpText('after', helpTexts.hint)
    .action(async (lesson: string | undefined, options: HintOptions) => {
      const { hint } = await import('./hint.ts');
      done(await hint(lesson, options, signal));
    });
}

function addDiff(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('diff')
    .description('Compares yours with the solution, once the lesson passes.')
    .usage('-- [lesson] [options]')
    .argument('[lesson]', 'its number or its name; the current lesson unless told')
    .option('--starter', 'compare with the starter instead')
    .option('--pulled', 'show what an update changed in the starter')
    .option('--spoil', 'show the solution before the lesson passes')
    .addHelpText('after', helpTexts.diff)
    .action(async (lesson: string | undefined, options: DiffOptions) => {
      const { diff } = await import('./diff.ts');
      done(await diff(lesson, options, signal));
    });
}

function addLessons(program: Command, done: Done): void {
  program
    .command('lessons')
    .description('Lists the lessons and how far each has come.')
    .usage('')
    .addHelpText('after', helpTexts.lessons)
    .action(async () => {
      const { lessons } = await import('./lessons.ts');
      done(await lessons());
    });
}

function addReset(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('reset')
    .description('Puts the starter back and keeps your edits aside.')
    .usage('-- [lesson] [options]')
    .argument('[lesson]', 'its number or its name; the current lesson unless told')
    .option('--undo', 'bring back the edits that were kept aside last')
    .option('--all', 'every lesson')
    .option('--yes', 'do it without asking')
    .addHelpText('after', helpTexts.reset)
    .action(async (lesson: string | undefined, options: ResetOptions) => {
      const { reset } = await import('./reset.ts');
      done(await reset(lesson, options, signal));
    });
}

function addTrace(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('trace')
    .description('Shows the trace of the last run as a waterfall.')
    .usage('-- [lesson or file] [options]')
    .argument('[lesson]', 'a lesson, or a file with a trace as OTLP JSON')
    .option('--json', 'print the trace as OTLP JSON, for other viewers')
    .option('--scenario <name>', 'show this run of the last check')
    .option('--unfold', 'give every span a row')
    .option('--width <columns>', 'how wide; as the terminal unless told', count)
    .addHelpText('after', helpTexts.trace)
    .action(async (lesson: string | undefined, options: TraceOptions) => {
      const { trace } = await import('./trace.ts');
      done(await trace(lesson, options, signal));
    });
}

function addDoctor(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('doctor')
    .description('Says what this machine can and cannot do, and how to mend it.')
    .usage('-- [options]')
    .option('--prefetch', 'download now what a room without a network will need')
    .addHelpText('after', helpTexts.doctor)
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./doctor.ts');
      done(await doctor(options, signal));
    });
}

function addJaeger(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('jaeger')
    .description('Runs a Jaeger in a container, and sends it what is checked meanwhile.')
    .usage('')
    .addHelpText('after', helpTexts.jaeger)
    .action(async () => {
      const { jaeger } = await import('./jaeger.ts');
      done(await jaeger(signal));
    });
}

function addStudio(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('studio')
    .description('Watches a lesson and shows it in the browser alone.')
    .usage('-- [lesson] [options]')
    .argument('[lesson]', 'its number or its name; the current lesson unless told')
    .option('--class [report]', 'for instructors: a graded class instead; .tracelings/grades')
    .addHelpText('after', helpTexts.studio)
    .action(async (lesson: string | undefined, options: { class?: string | true }) => {
      const { classRoom, studio } = await import('./studio.ts');
      if (options.class === undefined) done(await studio(lesson, signal));
      else done(await classRoom(options.class, signal));
    });
}

function addVerify(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('verify')
    .description('For authors: proves that lessons reject what is wrong and accept what is right.')
    .usage('-- [lesson…] [options]')
    .argument('[lessons...]', 'numbers or names; every lesson unless told')
    .option('--seeds <number>', 'how many different inputs to prove it with', count, 3)
    .option('--update', 'write the messages that the mistakes get; read them before you commit')
    .option('--memory-only', 'leave the real Jaeger out')
    .addHelpText('after', helpTexts.verify)
    .action(async (lessons: string[], options: VerifyOptions) => {
      const { verify } = await import('./verify.ts');
      done(await verify(lessons, options, signal));
    });
}

function addGrade(program: Command, done: Done, signal: AbortSignal): void {
  program
    .command('grade')
    .description('For instructors: grades submissions that nobody trusts, and writes reports.')
    .usage('-- DIR… [options]')
    .argument('<DIR...>', 'repositories, sources of one lesson, or folders of many of either')
    .option(
      '--lesson <name>',
      'only this lesson, also where it is missing; again for more',
      collected,
    )
    .option('--format <names>', 'of the reports, with commas between; json,csv,html', collected)
    .option('--out <dir>', 'where reports go; .tracelings/grades')
    .option(
      '--seed <number>',
      'replay the inputs of a grade, as its report names them',
      wholeNumber,
    )
    .option('--jobs <number>', 'how many at a time; as many as there are processors', count)
    .option('--resume', 'go on after Ctrl-C, or try again what the grader failed on')
    .option('--no-cache', 'judge work again that was judged before')
    .option('--trust', 'run submissions with nothing between them and this machine')
    .addHelpText('after', helpTexts.grade)
    .action(async (folders: string[], options: GradeOptions) => {
      const { grade } = await import('./grade.ts');
      done(await grade(folders, options, signal));
    });
}
