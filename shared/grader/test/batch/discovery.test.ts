import { listLessons } from '@tracelings/lesson-kit';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { discover } from '../../src/batch/discovery.ts';
import type { Sought } from '../../src/batch/learner-folder.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';

let all: Sought;
let first: Sought;
beforeAll(async () => {
  const lessons = await listLessons();
  all = { lessons, isNamed: false };
  first = { lessons: lessons.slice(0, 1), isNamed: true };
});

describe('a folder that was typed', () => {
  test('is one learner’s repository', async () => {
    await using folder = await filled(
      'ada/lessons/01-first-span/src/main.ts',
      'ada/lessons/02-nested-spans/src/main.ts',
      'ada/package.json',
    );
    expect(await found(folder, ['ada'], all)).toStrictEqual([
      'ada 01 ada/lessons/01-first-span/src',
      'ada 02 ada/lessons/02-nested-spans/src',
    ]);
  });

  test('is one lesson’s sources in a repository', async () => {
    await using folder = await filled('ada/lessons/01-first-span/src/main.ts');
    expect(await found(folder, ['ada/lessons/01-first-span/src'], all)).toStrictEqual([
      'ada 01 ada/lessons/01-first-span/src',
    ]);
  });

  test('is named like a lesson', async () => {
    await using folder = await filled('ada/01-first-span/main.ts', 'bob/01-first-span/src/main.ts');
    expect(await found(folder, ['ada/01-first-span', 'bob/01-first-span'], all)).toStrictEqual([
      'ada 01 ada/01-first-span',
      'bob 01 bob/01-first-span/src',
    ]);
  });

  test('holds many of any kind', async () => {
    await using folder = await filled(
      'ada/lessons/01-first-span/src/main.ts',
      'bob/01-first-span/main.ts',
      'zoe/02-nested-spans/src/main.ts',
    );
    expect(await found(folder, ['.'], all)).toStrictEqual([
      'ada 01 ada/lessons/01-first-span/src',
      'bob 01 bob/01-first-span',
      'zoe 02 zoe/02-nested-spans/src',
    ]);
  });

  test('holds sources that only the lesson’s name tells to be one', async () => {
    await using folder = await filled('ada/main.ts', 'bob/src/main.ts');
    expect(await found(folder, ['.'], first)).toStrictEqual(['ada 01 ada', 'bob 01 bob/src']);
    expect(await found(folder, ['bob/src'], first)).toStrictEqual(['bob 01 bob/src']);
  });

  test('holds a learner who handed in nothing of what was asked for', async () => {
    await using folder = await filled(
      'ada/lessons/01-first-span/src/main.ts',
      'bob/notes.txt',
      'zoe/lessons/02-nested-spans/src/main.ts',
    );
    expect(await found(folder, ['.'], first)).toStrictEqual([
      'ada 01 ada/lessons/01-first-span/src',
      'bob 01 bob/lessons/01-first-span/src',
      'zoe 01 zoe/lessons/01-first-span/src',
    ]);
  });

  test('is typed twice, alone and with its class', async () => {
    await using folder = await filled('class/ada/lessons/01-first-span/src/main.ts');
    expect(await found(folder, ['class', 'class/ada', 'class'], all)).toStrictEqual([
      'ada 01 class/ada/lessons/01-first-span/src',
    ]);
  });
});

describe('learners of the same name', () => {
  test('are told apart by the folders they are in', async () => {
    await using folder = await filled(
      'monday/ada/lessons/01-first-span/src/main.ts',
      'tuesday/ada/lessons/01-first-span/src/main.ts',
      'tuesday/bob/lessons/01-first-span/src/main.ts',
    );
    expect(await found(folder, ['monday', 'tuesday'], all)).toStrictEqual([
      'monday/ada 01 monday/ada/lessons/01-first-span/src',
      'tuesday/ada 01 tuesday/ada/lessons/01-first-span/src',
      'bob 01 tuesday/bob/lessons/01-first-span/src',
    ]);
  });

  test('are one learner where they have different lessons', async () => {
    await using folder = await filled(
      'week-1/ada/01-first-span/main.ts',
      'week-2/ada/02-nested-spans/main.ts',
    );
    expect(await found(folder, ['week-1', 'week-2'], all)).toStrictEqual([
      'ada 01 week-1/ada/01-first-span',
      'ada 02 week-2/ada/02-nested-spans',
    ]);
  });

  test('are for a person to decide where the folders are namesakes as well', async () => {
    await using folder = await filled(
      '2025/class/ada/01-first-span/main.ts',
      '2026/class/ada/01-first-span/main.ts',
    );
    await expect(found(folder, ['2025/class', '2026/class'], all)).rejects.toThrow(
      'Two folders claim to be the work of class/ada for the same lesson',
    );
  });
});

test('Links are not followed, at any height, and files are named.', async () => {
  await using folder = await filled(
    'elsewhere/01-first-span/main.ts',
    'class/ada/01-first-span/main.ts',
    'class/zoe.zip',
    'class/bob/lessons/01-first-span/notes',
  );
  await symlink(folder.join('elsewhere'), folder.join('class/eve'));
  await symlink(
    folder.join('elsewhere/01-first-span'),
    folder.join('class/bob/lessons/01-first-span/src'),
  );
  const { submissions, passedOver } = await discover([folder.join('class')], all);
  expect(submissions.map(({ learner }) => learner)).toStrictEqual(['ada']);
  expect(passedOver.toSorted((one, other) => one.name.localeCompare(other.name))).toStrictEqual([
    { name: 'bob', reason: 'holds no lesson that is known here' },
    { name: 'eve', reason: 'is a link, and links are not followed' },
    { name: 'zoe.zip', reason: 'is no folder; unpack it if it holds work' },
  ]);
});

test('A name with anything in it is a name.', async () => {
  const name = '=cmd()|<script>\u0007\n\u202E';
  await using folder = await filled(`${name}/01-first-span/main.ts`);
  const { submissions } = await discover([folder.path], all);
  expect(submissions.map(({ learner }) => learner)).toStrictEqual([name]);
});

test.for([
  ['is not there', 'nowhere', /^There is no folder \/.*\/nowhere\.\nName a learner's repository/],
  ['is a link', 'link', /\/link is a link, and links are not followed\.\nName a learner's/],
  ['is a file', 'odd/ada/notes.txt', /notes\.txt is no folder; unpack it if it holds work\.\nName/],
  ['is empty', 'empty', /^Nothing to grade was found in empty\.\nA learner has/],
  ['holds nothing known', 'odd', /For one, ada holds no lesson that is known here\./],
] as const)('A folder that %s is refused with a sentence.', async ([, name, message]) => {
  await using folder = await filled('odd/ada/notes.txt');
  await mkdir(folder.join('empty'));
  await symlink(folder.join('odd'), folder.join('link'));
  await expect(discover([folder.join(name)], all)).rejects.toThrow(message);
});

/** Each as `learner lesson folder`. */
async function found(folder: Scratch, typed: readonly string[], sought: Sought): Promise<string[]> {
  const { submissions } = await discover(
    typed.map((name) => folder.join(name)),
    sought,
  );
  return submissions
    .map(({ learner, lesson, directory }) =>
      [learner, lesson.number, relative(folder.path, directory)].join(' '),
    )
    .toSorted((one, other) =>
      one.slice(one.indexOf(' ')).localeCompare(other.slice(other.indexOf(' '))),
    );
}

async function filled(...files: readonly string[]): Promise<Scratch> {
  const folder = await scratchFolder();
  for (const file of files) {
    await mkdir(dirname(folder.join(file)), { recursive: true });
    await writeFile(folder.join(file), '');
  }
  return folder;
}
