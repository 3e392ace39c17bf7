/** What part of a long list can be seen, in lines. */
export interface View {
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
}

export interface Scroll {
  /** How far down, and how much can be seen, in pixels. */
  readonly top: number;
  readonly height: number;
  /** Of one line, in pixels. */
  readonly lineHeight: number;
}

/** Above and below, so that a quick hand does not outrun the drawing. */
const spare = 12;

/** The lines to draw of so many. Whatever the scroll, there are only as many as fit. */
export function viewOf(count: number, { top, height, lineHeight }: Scroll): View {
  const first = Math.floor(Math.max(0, top) / lineHeight) - spare;
  const end = Math.ceil((top + height) / lineHeight) + spare;
  return {
    first: Math.max(0, Math.min(first, count)),
    end: Math.max(0, Math.min(end, count)),
  };
}

/** Where to scroll so that a line is seen whole: nowhere, if it is. */
export function scrollTo(line: number, { top, height, lineHeight }: Scroll): number {
  const from = line * lineHeight;
  if (from < top) return from;
  return from + lineHeight > top + height ? from + lineHeight - height : top;
}
