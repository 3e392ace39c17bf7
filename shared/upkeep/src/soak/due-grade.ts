import { judge, memorySource } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { PackedGround } from '@tracelings/lesson-kit/pack';
import type { HonestWork } from './honest-class.ts';

/** What a grade is compared with. */
export interface DueGrade {
  /** The first check that the work does not pass. */
  readonly fails: string | undefined;
  /** The checks whose points are due. */
  readonly counting: ReadonlySet<string>;
}

type Ids = ReadonlySet<string>;

/** The seed by which the grader tries the starter; its checks do not depend on it. */
const STARTER_SEED = 1;

/** What works have to get, by judging them as learners do: the same checks, and no wall. */
export class DueGrades implements AsyncDisposable {
  readonly #grounds = new Map<string, Promise<PackedGround>>();
  readonly #starters = new Map<string, Promise<Ids>>();

  /**
   * What the work has to get for these inputs. A work that passes nothing but what the untouched
   * starter passes too has no points.
   */
  async of({ lesson, directory }: HonestWork, seed: number): Promise<DueGrade> {
    const passed = await this.#passed(lesson, directory, seed);
    const byStarter = await this.#passedByStarter(lesson);
    const doesMore = [...passed].some((id) => !byStarter.has(id));
    return {
      fails: lesson.manifest.checks.find(({ id }) => !passed.has(id))?.id,
      counting: doesMore ? passed : new Set(),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const ground of this.#grounds.values()) await (await ground)[Symbol.asyncDispose]();
  }

  #passedByStarter(lesson: LessonFolder): Promise<Ids> {
    return once(this.#starters, lesson.id, () =>
      this.#passed(lesson, lesson.starter, STARTER_SEED),
    );
  }

  async #passed(lesson: LessonFolder, directory: string, seed: number): Promise<Ids> {
    const ground = await once(this.#grounds, lesson.id, () => PackedGround.of(lesson));
    await using subject = await ground.open(directory);
    const { verdict } = await judge({
      lesson: ground.lesson,
      subject,
      source: memorySource(),
      seed,
      process: ground.process,
    });
    return new Set(
      verdict.checks.filter((check) => check.verdict === 'passed').map(({ id }) => id),
    );
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
