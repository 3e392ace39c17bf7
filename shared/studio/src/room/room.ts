import { createHash } from 'node:crypto';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import { rowKey } from '../picture/row-key.ts';
import type {
  RoomCell,
  RoomLearner,
  RoomLesson,
  RoomState,
  RoomStop,
} from '../state/room-state.ts';
import { firstToMend } from './first-to-mend.ts';
import { gradeIn, jsonIn, type ReportedGrade } from './reported-grade.ts';

/** Gives a grade's JSON again; it need not stay in memory. */
type Load = () => string | Promise<string>;

type Entry = Pick<
  ReportedGrade,
  'learner' | 'lesson' | 'verdict' | 'points' | 'maxPoints' | 'isolation'
> & {
  /** Says what is in the grade. */
  readonly id: string;
  /** The first check to mend. */
  readonly stop?: { readonly id: string; readonly title: string };
  readonly load: Load;
};

type Told = Pick<RoomState, 'source' | 'isFollowed' | 'trouble'>;

const byName = new Intl.Collator('en', { numeric: true });

/** The grades of a class: what the page shows of each in memory, and where to find the rest. */
export class Room {
  readonly #entries = new Map<string, Entry>();
  readonly #byId = new Map<string, Entry>();
  #damaged = 0;

  /** A grade as its JSON. Where a learner has several for a lesson the last one counts. */
  put(json: string, load: Load): void {
    const grade = gradeIn(jsonIn(json));
    if (grade === undefined) this.#damaged += 1;
    else this.#keep(entryOf(grade, idOf(json), load));
  }

  #keep(entry: Entry): void {
    const key = `${entry.lesson}/${entry.learner}`;
    const last = this.#entries.get(key);
    if (last !== undefined) this.#byId.delete(last.id);
    this.#entries.set(key, entry);
    this.#byId.set(entry.id, entry);
  }

  clear(): void {
    this.#entries.clear();
    this.#byId.clear();
    this.#damaged = 0;
  }

  /** All of a grade, unless its file was changed or taken away since. */
  async grade(id: string): Promise<ReportedGrade | undefined> {
    const json = await Promise.try(() => this.#byId.get(id)?.load()).catch(() => undefined);
    return json !== undefined && idOf(json) === id ? gradeIn(jsonIn(json)) : undefined;
  }

  state(told: Told): RoomState {
    const entries = [...this.#entries.values()];
    const stops = stopsOf(entries);
    const lessons = lessonsOf(entries);
    const places = new Map(stops.map(({ lesson, check }, at) => [`${lesson}/${check}`, at]));
    return {
      ...told,
      damaged: this.#damaged,
      isTrusted: entries.some(({ isolation }) => isolation === 'none'),
      lessons,
      learners: learnersOf(entries, lessons, places),
      stops,
    };
  }
}

function entryOf(grade: ReportedGrade, id: string, load: Load): Entry {
  const { learner, lesson, verdict, points, maxPoints, isolation, checks } = grade;
  const check = firstToMend(checks);
  const stop = check && { id: check.id, title: escapeInvisible(check.title) };
  return {
    learner,
    lesson,
    verdict,
    points,
    maxPoints,
    isolation,
    id,
    ...(stop && { stop }),
    load,
  };
}

function idOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 24);
}

function lessonsOf(entries: readonly Entry[]): RoomLesson[] {
  const byLesson = Map.groupBy(entries, ({ lesson }) => lesson);
  return [...byLesson]
    .map(([id, own]) => ({
      id,
      graded: own.length,
      passed: own.filter(({ verdict }) => verdict === 'passed').length,
    }))
    .toSorted((one, other) => byName.compare(one.id, other.id));
}

function learnersOf(
  entries: readonly Entry[],
  lessons: readonly RoomLesson[],
  stops: ReadonlyMap<string, number>,
): RoomLearner[] {
  const byLearner = Map.groupBy(entries, ({ learner }) => learner);
  return [...byLearner]
    .map(([learner, own]) => ({
      key: rowKey('', learner, 1),
      name: escapeInvisible(learner),
      points: own.reduce((sum, { points }) => sum + points, 0),
      cells: lessons.map(({ id }) =>
        cellOf(
          own.find(({ lesson }) => lesson === id),
          stops,
        ),
      ),
    }))
    .toSorted((one, other) => byName.compare(one.name, other.name));
}

function cellOf(entry: Entry | undefined, stops: ReadonlyMap<string, number>): RoomCell | null {
  if (entry === undefined) return null;
  const { id, lesson, verdict, points, maxPoints, stop: check } = entry;
  const stop = stops.get(`${lesson}/${check?.id}`);
  return {
    id,
    verdict,
    points,
    maxPoints,
    ...(stop !== undefined && isStopped(entry) && { stop }),
  };
}

/** A failure of the grader stops nobody. */
function isStopped({ verdict, stop }: Entry): boolean {
  return stop !== undefined && verdict !== 'infra-error';
}

/** The first check to mend, by how many it stops. */
function stopsOf(entries: readonly Entry[]): RoomStop[] {
  const stopped = entries.filter((entry) => isStopped(entry));
  const byCheck = Map.groupBy(stopped, ({ lesson, stop }) => `${lesson}/${stop?.id}`);
  const graded = Map.groupBy(entries, ({ lesson }) => lesson);
  return [...byCheck.values()]
    .flatMap((same): RoomStop[] => {
      const [first] = same;
      if (first?.stop === undefined) return [];
      const { lesson, stop } = first;
      const of = graded.get(lesson)?.length ?? 0;
      return [{ lesson, check: stop.id, title: stop.title, learners: same.length, of }];
    })
    .toSorted(
      (one, other) => other.learners - one.learners || byName.compare(one.lesson, other.lesson),
    );
}
