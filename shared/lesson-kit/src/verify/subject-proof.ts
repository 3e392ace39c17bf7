import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Source } from '../source/source.ts';
import { WaitingProcess } from '../run/waiting-process.ts';
import { openSubject } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { findFirstFailure, firstFailureIn } from '../verdict/first-failure.ts';
import type { FirstFailure } from '../verdict/first-failure.ts';
import type { JudgeOrder } from '../verdict/judge-order.ts';
import { judge } from '../verdict/judge.ts';
import type { Judgement } from '../verdict/judge.ts';
import type { Complaint } from './complaint.ts';
import { textOf } from './folder-files.ts';
import type { Proof } from './proof.ts';
import { steadyMessage } from './steady-message.ts';
import { alternativesOf, mistakesOf } from './variant.ts';

/** Where subjects are laid out and run, where that is not as learners run them. */
export interface ProvingGround {
  /** The lesson as its runs see it. */
  readonly lesson: LessonFolder;
  readonly process: () => WaitingProcess;
  open(directory: string): Promise<Subject>;
}

/** How subjects are proved. */
export interface SubjectProofOptions {
  /** The first is tried with every seed; the others have to agree with it at the first seed. */
  readonly sources: readonly [Source, ...Source[]];
  /** Each seed is another set of inputs; the first is the one that messages are declared for. */
  readonly seeds: readonly number[];
  /** Writes the messages that mistakes get instead of comparing them. */
  readonly update?: boolean;
  /**
   * Lets the sources take turns over the seeds, and runs no scenario that only checks after the
   * first failure read. A third of the work, and every source still has to find the same failure.
   */
  readonly takeTurns?: boolean;
  readonly ground?: ProvingGround;
}

interface Expectation {
  /** The check it fails first; a right answer fails none. */
  readonly firstFailure?: string;
  /** Where the whole message of that failure is declared. */
  readonly declared?: string;
}

/** One proof for the starter, the solution, each alternative and each mistake. */
export async function subjectProofs(
  lesson: LessonFolder,
  options: SubjectProofOptions,
): Promise<Proof[]> {
  const { starterFails } = lesson.manifest;
  const proof = (title: string, directory: string, expected: Expectation): Proof => ({
    title,
    run: (signal) => proveSubject(lesson, directory, expected, options, signal),
  });
  return [
    proof(`the starter fails first at ${starterFails}`, lesson.starter, {
      firstFailure: starterFails,
    }),
    proof('the solution passes', join(lesson.solution, 'src'), {}),
    ...(await alternativesOf(lesson)).map(({ name, directory }) =>
      proof(`the alternative ${name} passes`, directory, {}),
    ),
    ...(await mistakesOf(lesson)).map(({ name, directory, check }) =>
      proof(`the mistake ${name} fails first at ${check}`, directory, {
        firstFailure: check,
        declared: join(directory, 'message.txt'),
      }),
    ),
  ];
}

async function proveSubject(
  lesson: LessonFolder,
  directory: string,
  expected: Expectation,
  options: SubjectProofOptions,
  signal?: AbortSignal,
): Promise<Complaint[]> {
  const file = readablePath(directory);
  const ground = options.ground ?? plainGround(lesson);
  await using subject = await ground.open(directory);
  for (const [turn, seed] of options.seeds.entries()) {
    const order = {
      lesson: ground.lesson,
      process: ground.process,
      subject,
      seed,
      ...(signal && { signal }),
    };
    const { failure, disagreements, inputs } = await (options.takeTurns
      ? takeTurn(order, turn, options.sources)
      : compare(order, turn, options.sources));
    const messages = [
      ...wrongFailure(failure, expected),
      ...(turn === 0 ? await wrongMessage(failure, expected, options.update ?? false) : []),
      ...disagreements,
    ];
    if (messages.length > 0) {
      return messages.map((message) => ({ file, message: `${message} (${inputs})` }));
    }
  }
  return [];
}

/** Subjects lie and run as learners' do. */
function plainGround(lesson: LessonFolder): ProvingGround {
  return {
    lesson,
    process: () => new WaitingProcess(),
    open: (directory) => openSubject(lesson, directory),
  };
}

type Trial = Omit<JudgeOrder, 'source'>;

interface Outcome {
  /** What it was tried with: `seed 2, from jaeger`. */
  readonly inputs: string;
  readonly failure: FirstFailure | undefined;
  readonly disagreements: readonly string[];
}

async function takeTurn(
  trial: Trial,
  turn: number,
  sources: SubjectProofOptions['sources'],
): Promise<Outcome> {
  const source = sources[turn % sources.length] ?? sources[0];
  return {
    inputs: `seed ${trial.seed}, from ${source.kind}`,
    failure: await findFirstFailure({ ...trial, source }),
    disagreements: [],
  };
}

async function compare(
  trial: Trial,
  turn: number,
  [source, ...others]: SubjectProofOptions['sources'],
): Promise<Outcome> {
  const judgement = await judge({ ...trial, source });
  const disagreements: string[] = [];
  for (const other of turn === 0 ? others : []) {
    disagreements.push(...disagreement(judgement, await judge({ ...trial, source: other })));
  }
  return {
    inputs: `seed ${trial.seed}`,
    failure: firstFailureIn(trial.lesson, judgement),
    disagreements,
  };
}

function wrongFailure(failure: FirstFailure | undefined, expected: Expectation): string[] {
  if (failure?.check.id !== expected.firstFailure) {
    const sought =
      expected.firstFailure === undefined ? 'passes' : `fails first at "${expected.firstFailure}"`;
    const found =
      failure === undefined
        ? 'passes everything'
        : `fails first at "${failure.check.id}" with:\n${failure.check.message}`;
    return [
      `is meant as one that ${sought}, but it ${found}\nMend the check, or what is declared.`,
    ];
  }
  if (failure !== undefined && failure.check.verdict !== 'not-yet') {
    return [`is meant to fail at a check, but it could not be judged:\n${failure.check.message}`];
  }
  if (failure !== undefined && failure.explanation?.next === undefined) {
    return [
      `fails at "${failure.check.id}" with a message that does not say what to do next; give it a \`next\``,
    ];
  }
  return [];
}

function disagreement(one: Judgement, other: Judgement): string[] {
  return one.verdict.checks.flatMap((check, index) => {
    const twin = other.verdict.checks[index];
    return check.verdict === twin?.verdict
      ? []
      : [
          `"${check.id}" is ${check.verdict} from ${one.verdict.source} and ${twin?.verdict} from ` +
            `${other.verdict.source}; write the check for what is true in both\n${check.message}${twin?.message}`,
        ];
  });
}

async function wrongMessage(
  failure: FirstFailure | undefined,
  { declared }: Expectation,
  update: boolean,
): Promise<string[]> {
  if (declared === undefined || failure === undefined) {
    return [];
  }
  const message = `${steadyMessage(failure.check.message, failure.run.inputs)}\n`;
  if (update) {
    await writeFile(declared, message);
    return [];
  }
  const text = await textOf(declared);
  return text === message
    ? []
    : [
        `gets another message than message.txt declares:\n${message}` +
          'Run verify with --update, and read what it wrote.',
      ];
}
