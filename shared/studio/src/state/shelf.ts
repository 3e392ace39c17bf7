import { createHash } from 'node:crypto';
import { type Change, changesBetween } from '../picture/changes.ts';
import type { Picture } from '../picture/picture.ts';

/** A picture under a name that says what is in it, as JSON made once. */
interface KeptPicture {
  readonly id: string;
  readonly picture: Picture;
  readonly json: string;
}

/** A scenario's last picture, and the one that was there before. */
interface Pair {
  readonly now: KeptPicture;
  readonly before?: KeptPicture;
  readonly changes: readonly Change[];
}

/** The pictures of a lesson's last two runs, by scenario. Older ones are forgotten. */
export class Shelf {
  readonly #pairs = new Map<string, Pair>();
  #lesson = '';

  /** Forgets the pictures of another lesson. */
  open(lesson: string): void {
    if (lesson !== this.#lesson) this.#pairs.clear();
    this.#lesson = lesson;
  }

  put(scenario: string, picture: Picture): Pair {
    const now = keep(picture);
    const last = this.#pairs.get(scenario);
    if (last?.now.id === now.id) return last;
    const before = last?.now;
    const changes = before === undefined ? [] : changesBetween(before.picture, picture);
    const pair = { now, ...(before && { before }), changes };
    this.#pairs.set(scenario, pair);
    return pair;
  }

  /** The picture's JSON, as long as it is one of the last two. */
  json(id: string): string | undefined {
    for (const { now, before } of this.#pairs.values()) {
      if (now.id === id) return now.json;
      if (before?.id === id) return before.json;
    }
    return undefined;
  }
}

function keep(picture: Picture): KeptPicture {
  const json = JSON.stringify(picture);
  const id = createHash('sha256').update(json).digest('hex').slice(0, 24);
  return { id, picture, json };
}
