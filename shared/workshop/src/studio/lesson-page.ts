import { listLessons } from '@tracelings/lesson-kit';
import { Studio, type StudioRequest } from '@tracelings/studio';
import { takeNextHint } from '../action/hint.ts';
import { resetLesson } from '../action/reset.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import type { LessonWatch } from '../watch/lesson-watch.ts';
import type { Watching } from '../watch/watching.ts';
import { ownPort } from './own-port.ts';
import { pageSnapshot } from './page-snapshot.ts';

/** The page beside the watched lesson: it is shown what the screen shows, and asks what keys ask. */
export class LessonPage implements AsyncDisposable {
  readonly #notes: ProgressFile;
  readonly #tell: (notice: string) => void;
  #opening: Promise<void> | undefined;
  #studio: Studio | undefined;
  #watch: LessonWatch | undefined;
  #shown: Watching | undefined;

  /** @param tell takes a sentence for the learner when there can be no page, or no longer */
  constructor(notes: ProgressFile, tell: (notice: string) => void) {
    this.#notes = notes;
    this.#tell = tell;
  }

  /**
   * Nobody has to wait for it: what is shown meanwhile is shown when it is there. Without a page,
   * the lesson goes on as it does without one.
   */
  async open(): Promise<void> {
    this.#opening = this.#open().catch((error: unknown) => this.#fail(error));
    await this.#opening;
  }

  get url(): string | undefined {
    return this.#studio?.url;
  }

  show(watching: Watching): void {
    this.#shown = watching;
    this.#studio?.show(async () => pageSnapshot(watching, await this.#notes.read()));
  }

  /** From now on this is the lesson that the page asks for something. */
  follow(watch: LessonWatch): void {
    this.#watch = watch;
    this.#tellWhere();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opening;
    await this.#studio?.[Symbol.asyncDispose]();
  }

  async #open(): Promise<void> {
    const asked = (request: StudioRequest): void => void this.#do(request);
    const failed = (error: Error): void => this.#fail(error);
    this.#studio = await Studio.open({ port: ownPort(), asked, failed });
    if (this.#shown !== undefined) this.show(this.#shown);
    this.#tellWhere();
  }

  #tellWhere(): void {
    const page = this.url;
    if (page !== undefined) this.#watch?.tellPage(page);
  }

  async #do(request: StudioRequest): Promise<void> {
    const watch = this.#watch;
    if (request.action === 'hint') return watch?.act(takeNextHint);
    if (request.action === 'reset') return watch?.act(resetLesson);
    const lesson = (await listLessons()).find(({ id }) => id === request.lesson);
    if (lesson !== undefined && lesson.id !== watch?.lesson.id) watch?.leaveFor(lesson);
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#tell(`The page in the browser is not there: ${reason}
Everything else goes on.`);
  }
}
