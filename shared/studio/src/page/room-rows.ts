import type { RoomLearner, RoomState } from '../state/room-state.ts';

/** How the learners are put in order: by name, or who may need help first. */
export type Order = 'name' | 'points';

/** Which learners are shown, and in what order. */
export interface RoomChoice {
  readonly order: Order;
  /** `lesson/check`: only those whom it stops. */
  readonly stop?: string | undefined;
}

export function stopKey({ lesson, check }: RoomState['stops'][number]): string {
  return `${lesson}/${check}`;
}

/** The learners to be shown. They come by name. */
export function shownLearners(room: RoomState, { order, stop }: RoomChoice): RoomLearner[] {
  const at = stop === undefined ? -1 : room.stops.findIndex((each) => stopKey(each) === stop);
  const stopped = room.learners.filter(
    ({ cells }) => stop === undefined || cells.some((cell) => cell !== null && cell.stop === at),
  );
  return order === 'name' ? stopped : stopped.toSorted((one, other) => one.points - other.points);
}
