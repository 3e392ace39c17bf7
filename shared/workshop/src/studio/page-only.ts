import { plain } from '../look.ts';
import type { Display } from '../watch/lesson-watch.ts';

const nothing: Disposable = { [Symbol.dispose]: () => {} };

/** For a lesson that is watched by its page alone: what the screen would show goes nowhere. */
export const pageOnly: Display = {
  hasKeys: false,
  isPlain: true,
  lend: (work) => work(),
  look: plain,
  room: { columns: plain.columns, rows: 24 },
  show: () => {},
  onKey: () => nothing,
  onResize: () => nothing,
};
