import type { Line } from './shown-rows.ts';

/** From the line of a moved span to the line where it belongs. */
export interface MovedLine {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** Beside others that share some of its height, so that none covers another. */
  readonly track: number;
}

const mostTracks = 4;

/** Lines between places that are both shown; what is folded away has none. */
export function movedLines(lines: readonly Line[]): MovedLine[] {
  const places = new Map<string, number>();
  for (const [place, { row, note }] of lines.entries()) {
    if (note === undefined) places.set(row.key, place);
  }
  const moved: MovedLine[] = [];
  for (const [from, { row, note }] of lines.entries()) {
    const to = row.target === undefined ? undefined : places.get(row.target);
    if (to === undefined || note !== undefined) continue;
    moved.push({ key: row.key, from, to, track: moved.length % mostTracks });
  }
  return moved;
}
