import type { CheckVerdict, LessonFolder } from '@tracelings/lesson-kit';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action } from '../action/action.ts';
import { actions, slowActions } from '../action/actions.ts';
import { lessonAfter } from '../lesson/choice.ts';
import { firstThatFails } from '../lesson/recheck.ts';
import { judgeFolder } from '../lesson/judging.ts';
import type { Opening } from '../lesson/fresh-start.ts';
import { isDirectory } from '../lesson/learner-copy.ts';
import { drawSeed } from '../lesson/seed.ts';
import { findTodos } from '../lesson/todo.ts';
import { openMemory } from '../lesson/trace-source.ts';
import { keepTrace } from '../state/kept-trace.ts';
import { withVerdict } from '../state/progress.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { Changes } from './changes.ts';
import { chosenOf, pressInList } from './lesson-list.ts';
import { LessonScreen } from './lesson-screen.ts';
import { turnPage } from './page.ts';
import { pressInRecheck } from './recheck-view.ts';
import type { Terminal } from './terminal.ts';
import { WaitingRoom } from './waiting-room.ts';
import { type Question, type View, type Watching, failingOf, isDone } from './watching.ts';

/** About as long as a process takes to get ready, and shorter than people notice. */
const stormPauseMs = 100;

/** What a watch needs of a terminal. */
export type Display = Pick<
  Terminal,
  'hasKeys' | 'isPlain' | 'lend' | 'look' | 'room' | 'show' | 'onKey' | 'onResize'
>;

export interface WatchOptions {
  readonly terminal: Display;
  /** Is told whatever the screen is drawn from. */
  readonly shown: (watching: Watching) => void;
  readonly notes: ProgressFile;
  readonly notices: readonly string[];
  readonly opening: Opening;
  readonly signal: AbortSignal;
}

/** One lesson on the screen: checked at once, on every save, and until the learner leaves it. */
export class LessonWatch implements AsyncDisposable {
  readonly #terminal: Display;
  readonly #screen: LessonScreen;
  readonly #shown: (watching: Watching) => void;
  readonly #notes: ProgressFile;
  readonly #signal: AbortSignal;
  readonly #leaving = Promise.withResolvers<LessonFolder | undefined>();
  readonly #held = new DisposableStack();
  readonly #waitingRoom: WaitingRoom;
  /** One for the whole sitting, so that a message changes only when the program does. */
  readonly #seed = drawSeed();
  #watching: Watching;
  #check = new AbortController();
  #checking: Promise<void> = Promise.resolve();
  /** Keys act one after the other, in the order in which they were pressed. */
  #acting: Promise<void> = Promise.resolve();
  #besides: Promise<void> | undefined;
  #isLeft = false;

  private constructor(lesson: LessonFolder, options: WatchOptions) {
    const { terminal, shown, notes, notices, opening, signal } = options;
    this.#terminal = terminal;
    this.#screen = new LessonScreen(terminal);
    this.#shown = shown;
    this.#notes = notes;
    this.#signal = signal;
    this.#waitingRoom = this.#held.use(new WaitingRoom(lesson));
    const { hasKeys } = terminal;
    this.#watching = { lesson, notices, ...opening, hasKeys, phase: 'checking', todos: [] };
  }

  /** Resolves when the lesson is on the screen and every later save will be seen. */
  static async of(lesson: LessonFolder, options: WatchOptions): Promise<LessonWatch> {
    const watch = new LessonWatch(lesson, options);
    await watch.#open(options);
    return watch;
  }

  /** The lesson to go on with, or nothing when the learner quits. */
  get left(): Promise<LessonFolder | undefined> {
    return this.#leaving.promise;
  }

  get lesson(): LessonFolder {
    return this.#watching.lesson;
  }

  /** Does what a key would do, for whoever asks in another way. */
  act(act: Action): void {
    this.#inTurn(() => this.#act(act));
  }

  /** Says where the same can be seen in a browser. */
  tellPage(page: string): void {
    this.#update({ page });
  }

  leaveFor(lesson: LessonFolder): void {
    this.#leaving.resolve(lesson);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isLeft = true;
    this.#held.dispose();
    this.#check.abort();
    await this.#checking;
    await this.#acting;
    await this.#besides;
  }

  async #open({ terminal, signal }: WatchOptions): Promise<void> {
    const { lesson } = this.#watching;
    const quit = (): void => this.#leaving.resolve(undefined);
    signal.addEventListener('abort', quit);
    this.#held.defer(() => signal.removeEventListener('abort', quit));
    this.#held.use(terminal.onKey((key) => this.#press(key)));
    this.#held.use(terminal.onResize(() => this.#update({})));
    this.#update({ todos: await findTodos(lesson.src) });
    this.#held.use(await Changes.of(lesson.src, () => this.#changed()));
    this.#checkAgain();
  }

  #press(key: string): void {
    if (key === 'ctrl+c' || key === 'ctrl+d') this.#leaving.resolve(undefined);
    this.#inTurn(() => this.#react(key));
  }

  #react(key: string): Promise<void> | void {
    const { next, question, view } = this.#watching;
    if (this.#isLeft) return;
    if (view !== undefined) return this.#pressInView(view, key);
    if (key === 'q') this.#leaving.resolve(undefined);
    if (question !== undefined) return this.#answer(question, key);
    if (key === 'n' && next !== undefined && isDone(this.#watching)) this.#leaving.resolve(next);
    const act = actions.get(key);
    if (act !== undefined) return this.#act(act);
    const slow = slowActions.get(key);
    if (slow !== undefined) this.#runBesides(slow);
    this.#screen.scroll(this.#watching, key);
  }

  #pressInView(view: View, key: string): void {
    if (view.kind === 'page') {
      return this.#update({ view: turnPage(view, key, this.#terminal.room) });
    }
    const isList = view.kind === 'list';
    const chosen = isList ? chosenOf(view) : firstThatFails(view.rechecked);
    if (key === 'return' && chosen !== undefined) this.#leaving.resolve(chosen);
    this.#update({ view: isList ? pressInList(view, key) : pressInRecheck(view, key) });
  }

  #answer({ yes }: Question, key: string): Promise<void> | void {
    this.#update({ question: undefined, reply: key === 'y' ? undefined : 'Nothing was changed.' });
    return key === 'y' ? this.#act(yes) : undefined;
  }

  /** What a key has opened or asked is there before the next key is looked at. */
  #inTurn(work: () => Promise<void> | void): void {
    this.#acting = this.#acting.then(work).catch((error: unknown) => this.#fail(error));
  }

  /** Files come and go under a key's hands. A fault of the workshop's own ends it, with its stack. */
  #fail(error: unknown): void {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    if (isOfSystem) this.#update({ reply: `That could not be done: ${error.message}` });
    else this.#leaving.reject(error);
  }

  /** One at a time: it makes no sense to ask for the same again meanwhile. */
  #runBesides(act: Action): void {
    this.#besides ??= this.#act(act)
      .catch((error: unknown) => this.#fail(error))
      .finally(() => (this.#besides = undefined));
  }

  async #act(act: Action): Promise<void> {
    const done = await act(this.#watching, {
      notes: this.#notes,
      look: this.#terminal.look,
      lend: (work) => this.#terminal.lend(work),
      seed: this.#seed,
      signal: AbortSignal.any([this.#signal, this.#check.signal]),
      tell: (change) => this.#update(change(this.#watching)),
    });
    this.#update({ reply: undefined, hasChangedFiles: false, ...done });
  }

  #changed(): void {
    const { reply, hasChangedFiles, phase } = this.#watching;
    const told = hasChangedFiles ? reply : undefined;
    this.#update({ copied: false, reply: told, hasChangedFiles: false });
    this.#checkAgain(phase === 'checking');
  }

  #checkAgain(isStorm = false): void {
    this.#check.abort();
    this.#check = new AbortController();
    const { signal } = this.#check;
    const either = AbortSignal.any([this.#signal, signal]);
    const settled = isStorm ? this.#settle(either) : Promise.resolve();
    this.#checking = settled
      .then(() => this.#judge(either))
      .catch((error: unknown) => {
        if (!signal.aborted) this.#leaving.reject(error);
      });
  }

  /**
   * A save in the middle of a check is seldom the last one. Processes that get ready meanwhile are
   * worth more to the last save than those that each of them would start and end at once.
   */
  async #settle(signal: AbortSignal): Promise<void> {
    this.#waitingRoom.refill();
    await pause(stormPauseMs, undefined, { signal });
  }

  async #judge(signal: AbortSignal): Promise<void> {
    const { lesson } = this.#watching;
    if (!(await isDirectory(lesson.src))) return this.#update({ phase: 'gone' });
    const upTo = failingOf(this.#watching);
    this.#update({ phase: 'checking', early: undefined });
    const onFailure = (early: CheckVerdict): void => {
      // A program that cannot run is said by the whole verdict, once.
      if (early.verdict === 'not-yet' && !signal.aborted) this.#update({ early });
    };
    await using memory = openMemory();
    const order = { lesson, directory: lesson.src, source: memory.source, seed: this.#seed };
    const quick = { process: this.#waitingRoom.take, onFailure, ...(upTo && { upTo }) };
    const [judged, todos, { done }] = await Promise.all([
      judgeFolder({ ...order, ...quick, signal }),
      findTodos(lesson.src),
      this.#notes.read(),
    ]);
    signal.throwIfAborted();
    const next = judged.verdict.verdict === 'passed' ? await lessonAfter(lesson, done) : undefined;
    this.#update({ phase: 'checked', judged, early: undefined, todos, next });
    this.#doAwaited();
    await this.#notes.update((before) => withVerdict(before, judged.verdict));
    if (judged.recording) await keepTrace(lesson, judged.recording);
    this.#waitingRoom.refill();
  }

  #doAwaited(): void {
    const { awaited } = this.#watching;
    if (awaited === undefined) return;
    this.#update({ awaited: undefined });
    this.#inTurn(() => this.#act(awaited));
  }

  #update(change: Partial<Watching>): void {
    if (this.#isLeft) return;
    this.#watching = { ...this.#watching, ...change };
    this.#shown(this.#watching);
    this.#screen.show(this.#watching);
  }
}
