import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Room } from '../../src/room/room.ts';
import type { ReportedGrade } from '../../src/room/reported-grade.ts';
import { gradeOf } from '../fixtures/grades.ts';

const told = { source: 'grades.json', isFollowed: false };

function roomOf(...grades: readonly ReportedGrade[]): Room {
  const room = new Room();
  for (const grade of grades) put(room, JSON.stringify(grade));
  return room;
}

function put(room: Room, json: string): void {
  room.put(json, () => json);
}

describe('a room', () => {
  test('has lessons by learners, with nothing where nothing was handed in', () => {
    const { lessons, learners } = roomOf(
      gradeOf({ learner: 'bob', words: ['passed', 'not-yet'] }),
      gradeOf({ learner: 'ada', lesson: '01-first-span', words: ['passed', 'passed'] }),
    ).state(told);
    expect(lessons).toEqual([
      { id: '01-first-span', graded: 1, passed: 1 },
      { id: '02-nested-spans', graded: 1, passed: 0 },
    ]);
    expect(learners).toMatchObject([
      { name: 'ada', points: 4, cells: [{ verdict: 'passed', points: 4 }, null] },
      { name: 'bob', points: 2, cells: [null, { verdict: 'not-yet', points: 2, stop: 0 }] },
    ]);
  });

  test('says which check is the first to stop somebody, and how many it stops', () => {
    const { stops } = roomOf(
      gradeOf({ learner: 'ada', words: ['passed', 'not-yet'] }),
      gradeOf({ learner: 'bob', words: ['not-yet', 'not-yet'] }),
      gradeOf({ learner: 'eve', words: ['passed', 'not-yet'] }),
      gradeOf({ learner: 'zoe', words: ['passed', 'passed'] }),
    ).state(told);
    expect(stops.map(({ check, learners, of }) => [check, learners, of])).toEqual([
      ['check-2', 2, 4],
      ['check-1', 1, 4],
    ]);
  });

  test('counts the failure of a grader against nobody', () => {
    const { stops, learners } = roomOf(
      gradeOf({ learner: 'ada', words: ['infra-error', 'infra-error'] }),
    ).state(told);
    expect(stops).toEqual([]);
    expect(learners[0]?.cells[0]).not.toHaveProperty('stop');
  });

  test('lets the last of several grades count', () => {
    const { learners, lessons } = roomOf(
      gradeOf({ learner: 'ada', words: ['not-yet'] }),
      gradeOf({ learner: 'ada', words: ['passed'] }),
    ).state(told);
    expect(lessons[0]?.graded).toBe(1);
    expect(learners[0]?.cells[0]?.verdict).toBe('passed');
  });

  test('passes over what is no grade, and counts it', () => {
    const room = roomOf(gradeOf({ learner: 'ada', words: ['passed'] }));
    const { points: _points, ...rest } = gradeOf({ learner: 'bob', words: ['passed'] });
    for (const json of ['{"version":1,"lea', 'null', '[]', JSON.stringify(rest)]) put(room, json);
    expect(room.state(told)).toMatchObject({ damaged: 4, learners: [{ name: 'ada' }] });
  });

  test('tells learners apart whose names look the same, and hides nothing in a name', () => {
    const { learners } = roomOf(
      gradeOf({ learner: 'ada\u202E', words: ['passed'] }),
      gradeOf({ learner: String.raw`ada\u{202e}`, words: ['passed'] }),
    ).state(told);
    expect(new Set(learners.map(({ key }) => key)).size).toBe(2);
    expect(learners.filter(({ name }) => name.includes('\u202E'))).toEqual([]);
  });

  test('says that a grade could have been forged', () => {
    const walled = gradeOf({ learner: 'ada', words: ['passed'] });
    const trusted = gradeOf({ learner: 'bob', words: ['passed'], isolation: 'none' });
    expect(roomOf(walled).state(told).isTrusted).toBe(false);
    expect(roomOf(walled, trusted).state(told).isTrusted).toBe(true);
  });

  test('gives a whole grade by its name, as long as it is the same one', async () => {
    let json = JSON.stringify(gradeOf({ learner: 'ada', words: ['passed'] }));
    const room = new Room();
    room.put(json, () => json);
    const id = room.state(told).learners[0]?.cells[0]?.id ?? '';
    expect(await room.grade(id)).toMatchObject({ learner: 'ada', checks: [{ id: 'check-1' }] });
    json = JSON.stringify(gradeOf({ learner: 'bob', words: ['passed'] }));
    expect(await room.grade(id)).toBeUndefined();
    expect(await room.grade('another')).toBeUndefined();
  });

  test('gives no grade whose file was taken away', async () => {
    const room = new Room();
    room.put(JSON.stringify(gradeOf({ learner: 'ada', words: ['passed'] })), () =>
      readFile('/nowhere/journal.jsonl', 'utf8'),
    );
    const id = room.state(told).learners[0]?.cells[0]?.id ?? '';
    expect(await room.grade(id)).toBeUndefined();
  });
});
