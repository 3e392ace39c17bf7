import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Source } from '../source/source.ts';
import { openSubject } from '../subject/subject.ts';
import { judge } from '../verdict/judge.ts';
import type { Judgement } from '../verdict/judge.ts';
import type { Complaint } from './complaint.ts';
import { textOf } from './folder-files.ts';
import type { Proof } from './proof.ts';
import { steadyMessage } from './steady-message.ts';
import { alternativesOf, mistakesOf } from './variant.ts';

/** How subjects are proved. */
export interface SubjectProofOptions {
  /** The first is tried with every seed; the others have to agree with it at the first seed. */
  readonly sources: readonly [Source, ...Source[]];
  /** Each seed is another set of inputs; the first is the one that messages are declared for. */
  readonly seeds: readonly number[];
  /** Writes the messages that mistakes get instead of comparing them. */
  readonly update?: boolean;
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
  await using subject = await openSubject(lesson, directory);
  const messages: string[] = [];
  for (const seed of options.seeds) {
    const order = { lesson, subject, seed, ...(signal && { signal }) };
    const [source, ...others] = options.sources;
    const judgement = await judge({ ...order, source });
    messages.push(...wrongFailure(judgement, expected));
    if (seed === options.seeds[0]) {
      messages.push(...(await wrongMessage(lesson, judgement, expected, options.update ?? false)));
      for (const other of others) {
        messages.push(...disagreement(judgement, await judge({ ...order, source: other })));
      }
    }
    if (messages.length > 0) {
      return messages.map((message) => ({ file, message: `${message} (seed ${seed})` }));
    }
  }
  return [];
}

function wrongFailure({ verdict, failure }: Judgement, expected: Expectation): string[] {
  const first = verdict.checks.find((check) => check.verdict !== 'passed');
  if (first?.id !== expected.firstFailure) {
    const sought =
      expected.firstFailure === undefined ? 'passes' : `fails first at "${expected.firstFailure}"`;
    const found =
      first === undefined
        ? 'passes everything'
        : `fails first at "${first.id}" with:\n${first.message}`;
    return [
      `is meant as one that ${sought}, but it ${found}\nMend the check, or what is declared.`,
    ];
  }
  if (first !== undefined && first.verdict !== 'not-yet') {
    return [`is meant to fail at a check, but it could not be judged:\n${first.message}`];
  }
  if (first !== undefined && failure?.next === undefined) {
    return [
      `fails at "${first.id}" with a message that does not say what to do next; give it a \`next\``,
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
  lesson: LessonFolder,
  { verdict, runs }: Judgement,
  { declared }: Expectation,
  update: boolean,
): Promise<string[]> {
  const first = verdict.checks.find((check) => check.verdict !== 'passed');
  if (declared === undefined || first === undefined) {
    return [];
  }
  const scenario = lesson.manifest.checks.find((check) => check.id === first.id)?.scenario ?? '';
  const message = `${steadyMessage(first.message, runs.get(scenario)?.inputs)}\n`;
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
