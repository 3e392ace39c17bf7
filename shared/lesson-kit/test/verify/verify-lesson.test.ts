import { describe, it } from 'vitest';
import { memorySource, verifyLesson } from '../../src/index.ts';
import { BrokenLesson } from './broken-lesson.ts';

describe.concurrent('verifying a lesson', () => {
  it(
    'proves one that is right, and tells how it goes',
    { timeout: 120_000 },
    async ({ expect }) => {
      await using right = await BrokenLesson.copy();
      const titles: string[] = [];
      const complaints = await verifyLesson(right.lesson, {
        sources: [memorySource()],
        seeds: [1],
        onProgress: (title, found) => titles.push(`${title}: ${found.length}`),
      });
      expect(right.said(complaints)).toBe('');
      expect(titles.toSorted((one, other) => one.localeCompare(other))).toMatchInlineSnapshot(`
        [
          "every check has three hints: 0",
          "every check is the first failure of a mistake: 0",
          "every file is claimed: 0",
          "no check breaks on a value of another kind: 0",
          "no check passes on an empty trace: 0",
          "no word belittles the work: 0",
          "starter and solution differ only at a TODO: 0",
          "the alternative attribute-later passes: 0",
          "the alternative batched passes: 0",
          "the instrumentation score is clean: 0",
          "the manifest says what the folder holds: 0",
          "the mistake a-span-too-many fails first at one-span: 0",
          "the mistake exit-at-once fails first at delivered: 0",
          "the mistake no-registration fails first at registered: 0",
          "the mistake no-shutdown fails first at delivered: 0",
          "the mistake open-span fails first at ended: 0",
          "the mistake order-misnamed fails first at order-named: 0",
          "the mistake two-spans fails first at one-span: 0",
          "the solution passes: 0",
          "the starter fails first at registered: 0",
        ]
      `);
    },
  );

  it('ends when it is aborted', async ({ expect }) => {
    await using right = await BrokenLesson.copy();
    const proving = verifyLesson(right.lesson, {
      sources: [memorySource()],
      seeds: [1],
      signal: AbortSignal.abort(new Error('enough')),
    });
    await expect(proving).rejects.toThrow('enough');
  });
});
