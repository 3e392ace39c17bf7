import { cp, readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';
import { PseudoTerminal } from '../fixtures/pseudo-terminal.ts';

const lesson = 'lessons/01-first-span';
const mine = '// mine, all mine\n';
const keptName = /src\.kept-[-\d]+/g;

describe('npm run reset', { timeout: 60_000 }, () => {
  test('puts the starter back, keeps the edits, and brings them back again', async () => {
    await using clone = await editedClone();
    const done = await run(clone, ['reset', '01', '--yes']);
    expect(done).toMatchObject({ exitCode: 0, stderr: '' });
    expect(done.stdout.replaceAll(keptName, 'src.kept-…')).toMatchInlineSnapshot(`
      "01-first-span: the starter is back. Your edits are in
      lessons/01-first-span/src.kept-…, and npm run reset -- 01 --undo
      brings them back.
      "
    `);
    const [kept = ''] = done.stdout.match(keptName) ?? [];
    expect(await clone.read(`${lesson}/${kept}/main.ts`)).toBe(mine);
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe(
      await clone.read(`${lesson}/starter/main.ts`),
    );

    const undone = await run(clone, ['reset', '01', '--undo']);
    expect(undone.stdout.replaceAll(keptName, 'src.kept-…')).toMatchInlineSnapshot(`
      "01-first-span: what was in lessons/01-first-span/src.kept-… is
      back in lessons/01-first-span/src.
      "
    `);
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe(mine);
    expect(await keptIn(clone)).toStrictEqual([]);
  });

  test('keeps what an undo replaces, so that nothing is lost on the way back', async () => {
    await using clone = await editedClone();
    await run(clone, ['reset', '--yes']);
    await clone.write(`${lesson}/src/main.ts`, '// written since');
    const { stdout } = await run(clone, ['reset', '--undo']);
    expect(stdout).toContain('What it replaced is in');
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe(mine);
    await run(clone, ['reset', '--undo']);
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe('// written since');
  });

  test('begins the hints anew, and leaves a lesson done that was done once', async () => {
    await using clone = await editedClone();
    await run(clone, ['hint', '--check', 'ended']);
    await run(clone, ['reset', '--yes']);
    expect((await run(clone, ['hint', '--check', 'ended'])).stdout).toContain('Hint 1 of 3');
  });

  test('without a terminal changes nothing unless it is told --yes', async () => {
    await using clone = await editedClone();
    const { exitCode, stdout, stderr } = await run(clone, ['reset', '01']);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatchInlineSnapshot(`
      "The starter would be put back in lessons/01-first-span/src, and the edits kept beside it.
      Nobody is at a terminal to be asked, so say it with --yes. Nothing was changed.
      "
    `);
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe(mine);
  });

  test('says why it has nothing to do', async () => {
    await using clone = await Clone.make();
    expect((await run(clone, ['reset', '01'])).stdout).toMatchInlineSnapshot(`
      "01-first-span: there is no copy of yours yet, so there is nothing to reset. npm
      start -- 01 makes one.
      "
    `);
    await run(clone, ['start', '01']);
    expect((await run(clone, ['reset', '01'])).stdout).toMatchInlineSnapshot(`
      "01-first-span: your copy is as the starter has it, so there is nothing to reset.
      "
    `);
    expect((await run(clone, ['reset', '01', '--undo'])).stdout).toMatchInlineSnapshot(`
      "01-first-span: no edits were kept aside, so there is nothing to bring back.
      "
    `);
    expect((await run(clone, ['reset', '--all'])).stdout).toBe(
      'No lesson differs from its starter.\n',
    );
  });

  test('resets every edited lesson with --all', async () => {
    await using clone = await editedClone();
    await clone.write('lessons/02-second-span/src/main.ts', mine);
    const { stdout } = await run(clone, ['reset', '--all', '--yes']);
    expect(stdout).toContain('01-first-span: the starter is back.');
    expect(stdout).toContain('02-second-span: the starter is back.');
    expect(await clone.read('lessons/02-second-span/src/main.ts')).not.toBe(mine);
  });

  test('refuses one lesson and every lesson', async () => {
    await using clone = await Clone.make();
    const { exitCode, stderr } = await run(clone, ['reset', '01', '--all']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--all means every lesson, so "01" beside it says two things.');
  });
});

describe('npm run reset in a terminal', { timeout: 60_000 }, () => {
  test.for([
    ['n', 'Nothing was changed.', mine],
    ['y', 'the starter is back.', undefined],
  ] as const)('asks, and takes %s for an answer', async ([answer, said, left]) => {
    await using clone = await editedClone();
    await using terminal = await PseudoTerminal.open(clone);
    await terminal.command(clone, 'reset 01');
    await terminal.shows('(y/n)');
    await terminal.type(`what\n`);
    await terminal.shows('Please answer y or n:');
    await terminal.type(`${answer}\n`);
    expect(await terminal.shows('ended with 0')).toContain(said);
    const now = await clone.read(`${lesson}/src/main.ts`);
    expect(now).toBe(left ?? (await clone.read(`${lesson}/starter/main.ts`)));
  });

  test.for(['C-c', 'C-d'])('takes %s for a no', async (key) => {
    await using clone = await editedClone();
    await using terminal = await PseudoTerminal.open(clone);
    await terminal.command(clone, 'reset 01');
    await terminal.shows('(y/n)');
    await terminal.press(key);
    expect(await terminal.shows('ended with 0')).toContain('Nothing was changed.');
    expect(await clone.read(`${lesson}/src/main.ts`)).toBe(mine);
  });
});

async function editedClone(): Promise<Clone> {
  const clone = await Clone.make();
  await cp(clone.join(lesson, 'starter'), clone.join(lesson, 'src'), { recursive: true });
  await clone.write(`${lesson}/src/main.ts`, mine);
  return clone;
}

async function keptIn(clone: Clone): Promise<string[]> {
  return (await readdir(clone.join(lesson))).filter((name) => name.startsWith('src.'));
}
