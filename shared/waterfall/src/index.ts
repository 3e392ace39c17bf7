export { boundsOf, placeOf } from './bounds.ts';
export type { Bounds, Place } from './bounds.ts';
export { durationText } from './duration.ts';
export { lanesOf } from './lanes.ts';
export type { Lane } from './lanes.ts';
export { rowsOf } from './rows.ts';
export type { FoldRow, Row, RowOptions, SpanRow } from './rows.ts';
export { ticksOf } from './ticks.ts';
export type { Tick } from './ticks.ts';
