import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { judge, memorySource, openSubject } from '../../src/index.ts';
import { PackedGround } from '../../src/pack/packed-ground.ts';
import { errandLesson } from '../fixture-lessons.ts';

describe.concurrent('a subject on packed ground', { timeout: 60_000 }, () => {
  it('gets the verdict that it gets where learners run it', async ({ expect }) => {
    await using ground = await PackedGround.of(errandLesson);
    for (const mistake of ['exit-at-once', 'open-span', 'order-misnamed']) {
      const directory = join(errandLesson.solution, 'mistakes', mistake);
      await using packed = await ground.open(directory);
      await using plain = await openSubject(errandLesson, directory);
      const order = { source: memorySource(), seed: 1 };
      const onGround = await judge({
        ...order,
        lesson: ground.lesson,
        process: ground.process,
        subject: packed,
      });
      const asLearnersDo = await judge({ ...order, lesson: errandLesson, subject: plain });
      expect(onGround.verdict.checks, packed.label).toEqual(asLearnersDo.verdict.checks);
    }
  });

  it('is a copy, and gone with the ground', async ({ expect }) => {
    const ground = await PackedGround.of(errandLesson);
    const subject = await ground.open(join(errandLesson.solution, 'src'));
    expect(subject.label).toMatch(/errand.*src$/);
    expect(existsSync(join(subject.directory, errandLesson.manifest.entry))).toBe(true);
    await ground[Symbol.asyncDispose]();
    expect(existsSync(subject.directory)).toBe(false);
  });
});
