import { type Fitted, fitted, scrolled } from '../screen/fitted.ts';
import { viewScreen } from '../screen/view.ts';
import { watchingParts } from '../screen/watching.ts';
import type { Terminal } from './terminal.ts';
import type { Watching } from './watching.ts';

/** What it takes to draw on a terminal. */
export type Canvas = Pick<Terminal, 'isPlain' | 'look' | 'room' | 'show'>;

/** A watched lesson as it stands on the terminal, scrolled to where the learner has left it. */
export class LessonScreen {
  readonly #canvas: Canvas;
  #drawn: Fitted = { text: '', top: 0, step: 0 };
  #focus: string | undefined;
  /** As far as was scrolled; none while what matters most is followed. */
  #top: number | undefined;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  show(watching: Watching): void {
    const { view, phase } = watching;
    const { isPlain, look, room } = this.#canvas;
    if (isPlain && phase === 'checking') return;
    if (view) this.#canvas.show(viewScreen(view, look, room));
    else this.#showLesson(watching);
  }

  /** Nothing for a key that does not scroll. */
  scroll(watching: Watching, key: string): void {
    const top = scrolled(this.#drawn, key);
    if (top === undefined) return;
    this.#top = top;
    this.#showLesson(watching);
  }

  #showLesson(watching: Watching): void {
    const { isPlain, look, room } = this.#canvas;
    const parts = watchingParts(watching, look);
    // News is looked at first. Whatever else is drawn anew leaves the reader where they are.
    if (parts.focus !== this.#focus) this.#top = undefined;
    this.#focus = parts.focus;
    const space = isPlain ? { ...room, rows: Infinity } : room;
    this.#drawn = fitted(parts, look, space, this.#top);
    this.#canvas.show(this.#drawn.text);
  }
}
