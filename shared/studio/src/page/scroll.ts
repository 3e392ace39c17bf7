import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Scroll } from './visible-lines.ts';

interface ScrollState extends Scroll {
  /** Looks again; for `onScroll`. */
  readonly read: () => void;
  /** As it is at this moment, not as it was when drawn. */
  readonly now: () => Scroll;
}

const beforeMeasured: Scroll = { top: 0, height: 640, lineHeight: 32 };

/** Where a scrolling element stands, and how tall it and its lines are. */
export function useScroll(element: RefObject<HTMLElement | null>): ScrollState {
  const [scroll, setScroll] = useState<Scroll>(beforeMeasured);
  const now = (): Scroll => (element.current ? measured(element.current) : scroll);
  const read = (): void => setScroll(now());
  useLayoutEffect(() => {
    read();
    const observer = new ResizeObserver(read);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { ...scroll, read, now };
}

function measured(element: HTMLElement): Scroll {
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  const head = element.firstElementChild?.clientHeight ?? 0;
  return {
    top: element.scrollTop,
    height: element.clientHeight - head,
    lineHeight: lineHeight > 0 ? lineHeight : beforeMeasured.lineHeight,
  };
}
