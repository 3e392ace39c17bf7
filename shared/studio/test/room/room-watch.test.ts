import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RoomWatch } from '../../src/room/room-watch.ts';
import type { RoomState } from '../../src/state/room-state.ts';
import { gradeOf, reportsFolder } from '../fixtures/grades.ts';

const ada = gradeOf({ learner: 'ada', words: ['passed', 'not-yet'] });
const bob = gradeOf({ learner: 'bob', words: ['passed', 'passed'] });

/** A watch whose states can be waited for. */
function watchOf(path: string): Disposable & {
  readonly watch: RoomWatch;
  readonly until: (isSo: (state: RoomState) => boolean) => Promise<RoomState>;
} {
  const states: RoomState[] = [];
  let more = Promise.withResolvers<void>();
  const watch = new RoomWatch(path, (state) => {
    states.push(state);
    more.resolve();
    more = Promise.withResolvers<void>();
  });
  return {
    watch,
    async until(isSo) {
      for (;;) {
        const state = states.findLast(isSo);
        if (state) return state;
        await more.promise;
      }
    },
    [Symbol.dispose]: () => watch[Symbol.dispose](),
  };
}

function names({ learners }: RoomState): string {
  return learners.map(({ name }) => name).join(' ');
}

describe('a watch over what a grader writes', () => {
  test('says that nothing is there yet, and shows it as soon as it is', async () => {
    await using reports = await reportsFolder();
    using watched = watchOf(reports.path);
    const { trouble } = await watched.until((state) => state.trouble !== undefined);
    expect(trouble?.replace(reports.path, '‹out›')).toMatchInlineSnapshot(
      `"Nothing is graded yet: ‹out›/journal.jsonl is not there. It is shown here as soon as npm run grade writes it."`,
    );
    await reports.append(ada);
    const state = await watched.until((each) => each.trouble === undefined);
    expect(state).toMatchObject({ isFollowed: true, learners: [{ name: 'ada' }] });
  });

  test('follows a batch grade by grade, and waits for the end of a line', async () => {
    await using reports = await reportsFolder();
    await reports.append(ada);
    using watched = watchOf(reports.path);
    await watched.until((state) => names(state) === 'ada');
    const line = JSON.stringify(bob);
    const zoe = gradeOf({ learner: 'zoë 🪁', words: ['passed'] });
    await reports.appendText(`${JSON.stringify(zoe)}\n${line.slice(0, 40)}`);
    const before = await watched.until((state) => names(state) === 'ada zoë 🪁');
    expect(before.damaged).toBe(0);
    await reports.appendText(`${line.slice(40)}\n`);
    const after = await watched.until((state) => names(state) === 'ada bob zoë 🪁');
    expect(after.damaged).toBe(0);
  });

  test('finds a whole grade again where it stands in the journal', async () => {
    await using reports = await reportsFolder();
    await reports.append(gradeOf({ learner: 'zoë 🪁', words: ['passed'] }), ada);
    using watched = watchOf(join(reports.path, 'journal.jsonl'));
    const { learners } = await watched.until((state) => names(state) === 'ada zoë 🪁');
    const id = learners[0]?.cells[0]?.id ?? '';
    expect(await watched.watch.room.grade(id)).toEqual(ada);
  });

  test('begins anew with a batch that does', async () => {
    await using reports = await reportsFolder();
    await reports.append(ada);
    using watched = watchOf(reports.path);
    await watched.until((state) => names(state) === 'ada');
    await reports.beginAnew();
    await reports.append(bob);
    const state = await watched.until((each) => names(each) === 'bob');
    expect(state.lessons[0]?.graded).toBe(1);
  });

  test('reads a report, and again when it was written anew', async () => {
    await using reports = await reportsFolder();
    using watched = watchOf(await reports.report([ada]));
    const first = await watched.until((state) => names(state) === 'ada');
    expect(first.isFollowed).toBe(false);
    await reports.report([ada, bob]);
    await watched.until((state) => names(state) === 'ada bob');
  });

  test('says what it was given instead of a report', async () => {
    await using reports = await reportsFolder();
    const path = join(reports.path, 'package.json');
    await writeFile(path, '{"name":"shop"}');
    using watched = watchOf(path);
    const { trouble } = await watched.until((state) => state.trouble !== undefined);
    expect(trouble?.replace(reports.path, '‹out›')).toMatchInlineSnapshot(
      `"‹out›/package.json holds no report of the grader. Name its grades.json, its journal.jsonl, or the folder of both."`,
    );
  });
});
