import { appendFile, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/batch/book.ts';
import { Journal } from '../../src/batch/journal.ts';
import type { Grade } from '../../src/grade.ts';
import { gradeWith, nasty, passed } from '../fixtures/grades.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';

const ada = gradeWith();
const bob = gradeWith({ learner: 'bob', checks: [passed] });

describe('a journal that goes on', () => {
  test('has every grade that was written, however nasty its learner', async () => {
    await using folder = await written(ada, bob, nasty);
    await using journal = await Journal.open(folder.path, { resume: true });
    expect(await gradesIn(journal, [bob, nasty, ada])).toStrictEqual(asJson([nasty, ada, bob]));
  });

  test('gives the last one where a learner has several for a lesson', async () => {
    const better = gradeWith({ checks: [passed] });
    await using folder = await written(ada, bob, better);
    await using journal = await Journal.open(folder.path, { resume: true });
    expect(await gradesIn(journal, [ada])).toStrictEqual([better]);
  });

  test('passes over the last line where a killed judge left half of it', async () => {
    await using folder = await written(ada, bob);
    const { length } = await readFile(folder.join('journal.jsonl'));
    await truncate(folder.join('journal.jsonl'), length - 20);
    await using journal = await Journal.open(folder.path, { resume: true });
    journal.append(gradeWith({ learner: 'zoe' }));
    expect(journal.damagedLines).toBe(1);
    expect(
      (await gradesIn(journal, [ada, bob, { ...ada, learner: 'zoe' }])).map(learnerOf),
    ).toStrictEqual(['ada', 'zoe']);
  });

  test('passes over any other damage too, and can go on once more', async () => {
    await using folder = await written(ada);
    await appendFile(folder.join('journal.jsonl'), `\n\0\0\0\n{"version":1}\n`);
    {
      await using journal = await Journal.open(folder.path, { resume: true });
      journal.append(bob);
    }
    await using journal = await Journal.open(folder.path, { resume: true });
    expect(journal.damagedLines).toBe(3);
    expect((await gradesIn(journal, [ada, bob])).map(learnerOf)).toStrictEqual(['ada', 'bob']);
  });

  test('passes over a line that is longer than any grade without holding it', async () => {
    await using folder = await written(ada);
    await appendFile(folder.join('journal.jsonl'), `${'x'.repeat(9 * 1024 * 1024)}\n`);
    await using journal = await Journal.open(folder.path, { resume: true });
    journal.append(bob);
    expect((await gradesIn(journal, [ada, bob])).map(learnerOf)).toStrictEqual(['ada', 'bob']);
  });

  test('recalls a grade only while it holds', async () => {
    await using folder = await written(ada);
    await using journal = await Journal.open(folder.path, { resume: true });
    const whose = { learner: 'ada', lesson: { id: '01-first-span' } };
    expect(await journal.recall(whose, () => true)).toStrictEqual(ada);
    expect(await journal.recall(whose, ({ seed }) => seed === 8)).toBeUndefined();
    expect(await journal.recall({ ...whose, learner: 'bob' }, () => true)).toBeUndefined();
  });
});

test('A new journal begins empty and keeps the one before it.', async () => {
  await using folder = await written(ada);
  await using journal = await Journal.open(folder.path, { resume: false });
  expect(await gradesIn(journal, [ada])).toStrictEqual([]);
  expect(await readFile(folder.join('journal.previous.jsonl'), 'utf8')).toContain('"ada"');
});

test('Going on where there is no journal yet begins one.', async () => {
  await using folder = await scratchFolder();
  await using journal = await Journal.open(folder.path, { resume: true });
  journal.append(ada);
  expect(await gradesIn(journal, [ada])).toStrictEqual([ada]);
});

test('A link that somebody laid in its place is not written through.', async () => {
  await using folder = await scratchFolder();
  await writeFile(folder.join('precious'), 'untouched');
  await symlink(folder.join('precious'), folder.join('journal.jsonl'));
  await expect(Journal.open(folder.path, { resume: true })).rejects.toThrow('ELOOP');
  expect(await readFile(folder.join('precious'), 'utf8')).toBe('untouched');
});

test('A book reads what is asked for, by learner and then by lesson.', async () => {
  const second = gradeWith({ lesson: '02-nested-spans' });
  await using folder = await written(second, bob, ada);
  await using journal = await Journal.open(folder.path, { resume: true });
  const book = bookIn(journal, [ada, bob, second]);
  const read: string[] = [];
  for await (const [learner, grades] of book.gradesByLearner()) {
    read.push(`${learner}: ${grades.map(({ lesson }) => lesson).join(', ')}`);
  }
  expect(read).toStrictEqual(['ada: 01-first-span, 02-nested-spans', 'bob: 01-first-span']);
  expect(book.learners).toStrictEqual(['ada', 'bob']);
  expect(book.lessons).toStrictEqual(['01-first-span', '02-nested-spans']);
});

test('A journal that is changed while it is read is an error, and no other learner’s grade.', async () => {
  await using folder = await written(ada, bob);
  await using journal = await Journal.open(folder.path, { resume: true });
  const book = bookIn(journal, [ada, bob]);
  await writeFile(folder.join('journal.jsonl'), `  ${JSON.stringify(bob)}\n`);
  await expect(Array.fromAsync(book.grades())).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: The journal was changed while its reports were written: what stood there for "ada" and 01-first-span is no grade any more. Run the same command with --resume.]`,
  );
});

async function written(...grades: readonly Grade[]): Promise<Scratch> {
  const folder = await scratchFolder();
  await using journal = await Journal.open(folder.path, { resume: false });
  for (const grade of grades) journal.append(grade);
  return folder;
}

function gradesIn(journal: Journal, whose: readonly Grade[]): Promise<Grade[]> {
  return Array.fromAsync(bookIn(journal, whose).grades());
}

function bookIn(journal: Journal, whose: readonly Grade[]): Book {
  return journal.bookOf(whose.map(({ learner, lesson }) => ({ learner, lesson: { id: lesson } })));
}

function asJson(grades: readonly Grade[]): unknown {
  return JSON.parse(JSON.stringify(grades));
}

function learnerOf({ learner }: Grade): string {
  return learner;
}
